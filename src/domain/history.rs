//! Owns check-ins over time: their order, where each lies on a real time axis, and which earlier one each is
//! compared with.
//!
//! Nothing is smoothed, counted or reset: a return to use is a moment among others.

use super::change::{Changes, DAYS_BETWEEN};
use super::check_in::CheckIn;
use super::date::Day;
use super::fraction::Fraction;
use super::instrument::{Domain, VERSION};
use super::scoring::{Level, Score, Scores};
use super::stage::{StageResult, UseReport};

/// One finished check-in among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The check-in.
    pub check_in: CheckIn,
    /// Its scores.
    pub scores: Scores,
    /// Its stage, with what was told about use.
    pub stage: StageResult,
    /// The moment it is compared with; none where there is none far enough back.
    pub earlier: Option<usize>,
}

impl Moment {
    fn new(check_in: &CheckIn) -> Self {
        let scores = Scores::new(&check_in.answers);
        Self {
            check_in: *check_in,
            stage: StageResult::new(&check_in.answers, &check_in.gates, &scores),
            scores,
            earlier: None,
        }
    }

    /// The day the past 7 days end on.
    pub fn day(&self) -> Day {
        self.check_in.begun.day
    }

    /// The level of the total, where the total is known.
    pub fn level(&self) -> Option<Level> {
        self.scores.total().map(Level::of)
    }

    /// True where the person told of use outside the goal in these 7 days.
    pub fn is_return_to_use(&self) -> bool {
        !matches!(self.stage.use_report, UseReport::None | UseReport::Unknown)
    }
}

/// Every finished check-in, earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The moments, in order of their days; on one day, in the order they were begun.
    pub moments: Vec<Moment>,
}

impl History {
    /// Puts the finished ones among `check_ins` in order of time, whatever order they come in.
    pub fn new<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> Self {
        let finished: Vec<&CheckIn> = check_ins
            .into_iter()
            .filter(|check_in| check_in.finished)
            .collect();
        // By the day first: a clock that was set back may have put a later day before an earlier second. Places
        // are put in order one by one: a sort of the library's own would be several kilobytes to download.
        let time = |at: usize| (finished[at].begun.day, finished[at].begun.second);
        let mut order: Vec<usize> = Vec::new();
        for next in 0..finished.len() {
            let at = order.partition_point(|&other| time(other) <= time(next));
            order.insert(at, next);
        }
        let moments = order
            .into_iter()
            .map(|at| Moment::new(finished[at]))
            .collect();
        let mut history = Self { moments };
        history.find_earlier();
        history
    }

    /// For each moment, the latest one begun among those at least [`DAYS_BETWEEN`] days before it: the one
    /// that [`super::check_in::compare`] finds. Those far enough back only ever become more from moment to
    /// moment, so one pass finds all.
    fn find_earlier(&mut self) {
        let mut far_enough = 0;
        let mut latest: Option<usize> = None;
        for now in 0..self.moments.len() {
            let day = self.moments[now].day();
            let lies_back = |other: &Moment| {
                day.days_since(other.day())
                    .is_some_and(|days| days >= DAYS_BETWEEN)
            };
            while lies_back(&self.moments[far_enough]) {
                let begun = |at: usize| self.moments[at].check_in.begun.second;
                let is_comparable = self.moments[far_enough].check_in.version == VERSION;
                if is_comparable && latest.is_none_or(|best| begun(far_enough) >= begun(best)) {
                    latest = Some(far_enough);
                }
                far_enough += 1;
            }
            self.moments[now].earlier =
                latest.filter(|_| self.moments[now].check_in.version == VERSION);
        }
    }

    /// The first day and the last; none where nothing is finished.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.moments.first()?.day(), self.moments.last()?.day()))
    }

    /// Where a day lies between the first and the last, from 0 to 100. A single day lies in the middle.
    pub fn position(&self, day: Day) -> Fraction {
        let between = |(first, last): (Day, Day)| {
            let all = last.days_since(first).filter(|&days| days > 0)?;
            let since = day.days_since(first).unwrap_or(0).min(all);
            Some(Fraction::new(100 * since, all))
        };
        self.span()
            .and_then(between)
            .unwrap_or(Fraction::new(50, 1))
    }

    /// The change of a moment since the one it is compared with.
    pub fn changes(&self, moment: &Moment) -> Option<Changes> {
        Changes::between(
            self.moments.get(moment.earlier?)?.check_in.moment(),
            moment.check_in.moment(),
        )
    }

    /// The last moment at which a domain is known.
    pub fn last_known(&self, domain: Domain) -> Option<(&Moment, Score)> {
        let mut latest_first = self.moments.iter().rev();
        latest_first.find_map(|moment| Some((moment, moment.scores.domain(domain)?)))
    }
}
