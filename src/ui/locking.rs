//! Setting, opening, changing and taking off the lock, step by step so that an interruption at any of them leaves
//! everything readable: the lock is stored before the first entry is sealed, and removed after the last was laid open.

use super::context::Context;
use super::keeping::has_unkept;
use crate::platform::{clock, idle, page};
use crate::session::{Event, Lock, NotKept};
use crate::storage::keeper::Keeper;
use crate::storage::lock;
use crate::storage::vault::{self, NotOpened, Vault};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Why something about the lock was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The phrase is too short.
    TooShort,
    /// The secret opens nothing.
    Wrong,
    /// The store takes nothing more.
    Full,
    /// Another tab has changed the lock.
    Changed,
    /// The browser refused.
    Failed,
    /// The lock is open, but not everything could be sealed.
    Partly,
}

/// The shortest phrase that is taken: NIST SP 800-63B asks for 8 characters at least.
pub const SHORTEST: usize = 8;

impl From<NotOpened> for NotDone {
    fn from(NotOpened: NotOpened) -> Self {
        Self::Failed
    }
}

impl From<NotKept> for NotDone {
    fn from(why: NotKept) -> Self {
        match why {
            NotKept::Locked | NotKept::Changed | NotKept::Removed => Self::Changed,
            NotKept::Full | NotKept::Outdated | NotKept::Newer => Self::Full,
        }
    }
}

impl Context {
    /// Sets a lock, and seals everything that is kept. Answers with the recovery code, if one was asked for.
    ///
    /// # Errors
    /// [`NotDone`]; then nothing has changed.
    pub async fn set_lock(self, phrase: &str, with_code: bool) -> Result<Option<String>, NotDone> {
        long_enough(phrase)?;
        let made = vault::make(phrase, with_code, lock::IDLE[1]).await?;
        self.at_rest().await;
        self.with_keeper(|keeper| keeper.set_lock(None, &made.lock))?;
        // From here on what is written is sealed, also while the rest still is being sealed.
        self.hold(Some(made.vault.clone()));
        if let Err(why) = self.seal_all(&made.vault).await {
            // Plain entries are shorter: there is room for them. Were there none, the lock must stay for what is sealed.
            if self.end_lock(&made.vault).await.is_err() {
                self.send(Event::Lock(Lock::Open));
                return Err(NotDone::Partly);
            }
            return Err(why);
        }
        self.send(Event::Lock(Lock::Open));
        Ok(made.code)
    }

    /// Opens the lock with phrase or recovery code, and reads what is kept.
    ///
    /// # Errors
    /// [`NotDone`].
    pub async fn unlock(self, secret: &str) -> Result<(), NotDone> {
        let lock = self.lock().ok_or(NotDone::Changed)?;
        let Ok(vault) = vault::unlock(&lock, secret).await else {
            return Err(NotDone::Wrong);
        };
        let opened = self.open_all(&vault).await;
        let loaded = self.with_keeper(|keeper| {
            keeper.enter(vault.id());
            // What another tab stored meanwhile was not opened, and is not taken for what was.
            let found = keeper.find_with(&mut |key, text| {
                let mut opened = opened.iter();
                let (.., plain) = opened.find(|(name, sealed, _)| name == key && sealed == text)?;
                plain.clone()
            });
            Ok((found, keeper.has_left_quickly()))
        });
        let (found, left_quickly) = loaded?;
        self.hold(Some(vault.clone()));
        let all_sealed = self.seal_all(&vault).await;
        self.send(Event::Loaded {
            found,
            today: clock::now().day,
            can_keep: true,
            left_quickly,
        });
        self.send(Event::Lock(Lock::Open));
        all_sealed.map_err(|_| NotDone::Partly)
    }

    /// Changes the phrase. What is kept stays sealed as it is.
    ///
    /// # Errors
    /// [`NotDone`]; then nothing has changed.
    pub async fn change_phrase(
        self,
        secret: &str,
        phrase: &str,
        with_code: bool,
    ) -> Result<Option<String>, NotDone> {
        long_enough(phrase)?;
        let before = self.lock().ok_or(NotDone::Changed)?;
        let Ok(made) = vault::change(&before, secret, phrase, with_code).await else {
            return Err(NotDone::Wrong);
        };
        self.with_keeper(|keeper| keeper.set_lock(Some(&before), &made.lock))?;
        Ok(made.code)
    }

    /// Lays everything open and takes the lock off.
    ///
    /// # Errors
    /// [`NotDone`]; then the lock is still there.
    pub async fn take_off_lock(self) -> Result<(), NotDone> {
        let vault = self.keeping.with_value(|keeping| keeping.vault.clone());
        let vault = vault.ok_or(NotDone::Changed)?;
        self.end_lock(&vault).await?;
        self.send(Event::Lock(Lock::Off));
        Ok(())
    }

    /// Lays everything open, and only then removes the lock.
    async fn end_lock(self, vault: &Vault) -> Result<(), NotDone> {
        // Again, until nothing was sealed meanwhile: without the lock it could not be opened any more.
        loop {
            self.at_rest().await;
            let before = self.told(true);
            self.lay_open_all(vault).await?;
            if self.is_at_rest() && (before.is_empty() || self.told(true) == before) {
                break;
            }
        }
        self.with_keeper(|keeper| {
            keeper.remove_lock();
            Ok(())
        })?;
        self.hold(None);
        Ok(())
    }

    /// Locks this page and the others: loads anew, which lets go of all that was read.
    pub fn lock_now(self) {
        page::cover(true);
        spawn_local(async move {
            self.at_rest().await;
            let _ = self.with_keeper(|keeper| {
                keeper.tell_to_lock();
                Ok(())
            });
            page::reload();
        });
    }

    /// Whether the lock can be opened here: it may be damaged, or of a newer version.
    pub fn can_unlock(self) -> bool {
        self.lock().is_some() && vault::can_lock()
    }

    /// After how many minutes without a touch the page locks itself; 0 is never.
    pub fn idle(self) -> u16 {
        self.lock().map_or(0, |lock| lock.idle)
    }

    /// Sets after how many minutes without a touch the page locks itself.
    pub fn set_idle(self, minutes: u16) {
        let Some(before) = self.lock() else { return };
        let after = lock::Lock {
            idle: minutes,
            ..before.clone()
        };
        // Where this can't be stored the time stays as it was, and the list shows that.
        let _ = self.with_keeper(|keeper| keeper.set_lock(Some(&before), &after));
    }

    /// Locks when no one has touched the page for as long as the lock says. A check-in that is kept nowhere is first
    /// given four times as long: it goes with the page.
    pub fn follow_idleness(self) {
        const PATIENCE: u64 = 4;
        idle::every_second(move |seconds| {
            if self.session.with_untracked(|session| session.lock) != Lock::Open {
                return;
            }
            let after = u64::from(self.idle()) * 60;
            let has_unkept = self.session.with_untracked(has_unkept);
            let after = if has_unkept { after * PATIENCE } else { after };
            if after > 0 && seconds >= after {
                self.lock_now();
            }
        });
    }

    fn lock(self) -> Option<lock::Lock> {
        let lock = self
            .keeping
            .with_value(|keeping| keeping.keeper.as_ref()?.lock());
        lock?.ok()
    }

    /// Seals and opens with this from now on; with none entries are written as they are.
    fn hold(self, vault: Option<Vault>) {
        self.keeping.update_value(|keeping| keeping.vault = vault);
    }

    /// Seals what is not sealed yet.
    async fn seal_all(self, vault: &Vault) -> Result<(), NotDone> {
        for (key, plain) in self.told(false) {
            let sealed = vault.seal(&key, &plain).await?;
            self.replace(&key, &plain, sealed)?;
        }
        Ok(())
    }

    /// Puts another form of an entry in its place. Whoever has changed or removed it meanwhile has done so under the lock.
    fn replace(self, key: &str, from: &str, to: String) -> Result<(), NotDone> {
        match self.with_keeper(|keeper| keeper.replace(key, from, to)) {
            Ok(()) | Err(NotDone::Changed) => Ok(()),
            Err(why) => Err(why),
        }
    }

    /// Lays open what can be opened. The rest stays as it is.
    async fn lay_open_all(self, vault: &Vault) -> Result<(), NotDone> {
        for (key, text) in self.told(true) {
            let Some(sealed) = lock::decode_sealed(&text) else {
                continue;
            };
            if let Ok(plain) = vault.open(&key, &sealed).await {
                self.replace(&key, &text, plain)?;
            }
        }
        Ok(())
    }

    /// What is sealed under each key, as it stands there and opened; none where that can't be.
    async fn open_all(self, vault: &Vault) -> Vec<(String, String, Option<String>)> {
        let mut opened = Vec::new();
        for (key, text) in self.told(true) {
            let plain = match lock::decode_sealed(&text) {
                Some(sealed) => vault.open(&key, &sealed).await.ok(),
                None => None,
            };
            opened.push((key, text, plain));
        }
        opened
    }

    fn told(self, sealed: bool) -> Vec<(String, String)> {
        self.keeping.with_value(|keeping| {
            let told = keeping.keeper.as_ref().map(|keeper| keeper.told(sealed));
            told.unwrap_or_default()
        })
    }

    fn with_keeper<T>(
        self,
        work: impl FnOnce(&mut Keeper) -> Result<T, NotKept>,
    ) -> Result<T, NotDone> {
        let done = self
            .keeping
            .try_update_value(|keeping| keeping.keeper.as_mut().map(work));
        done.flatten()
            .ok_or(NotDone::Failed)?
            .map_err(NotDone::from)
    }

    /// Waits until all that was to be stored has been.
    async fn at_rest(self) {
        const A_MOMENT: Duration = Duration::from_millis(20);
        while !self.is_at_rest() {
            page::pause(A_MOMENT).await;
        }
    }
}

fn long_enough(phrase: &str) -> Result<(), NotDone> {
    if phrase.chars().count() < SHORTEST {
        return Err(NotDone::TooShort);
    }
    Ok(())
}
