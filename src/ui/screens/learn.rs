//! Care that keeps going: kinds of care with a first step for the plan, the clinic's own links, and short reads
//! that each end in something to do here.

use crate::domain::care::{Care, Lead, Read};
use crate::embed::clinic::Kind;
use crate::platform::clock;
use crate::platform::page::focus;
use crate::session::{Aside, Event, Planned, Reflected};
use crate::ui::components::actions::{button, primary};
use crate::ui::components::ask_first::SMALL;
use crate::ui::components::crisis::crisis;
use crate::ui::components::heading::opening;
use crate::ui::components::icon::{Icon, icon, small};
use crate::ui::components::more::more;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// How many kinds of care are with other people; the others are for body and mind.
const WITH_PEOPLE: usize = 7;

/// Draws the screen.
pub fn learn(context: Context) -> Nodes {
    let words = &context.words.later().learn;
    let done = primary("continue", context.words.page.done, move || {
        context.go_back();
    });
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(opening(words.title, words.lead))
            .child(
                el("div")
                    .class("rc-columns rc-columns--lead")
                    .child(kinds(context))
                    .child(
                        el("div")
                            .class("rc-stack")
                            .child(clinic(context))
                            .child(reads(context)),
                    ),
            )
            .child(el("div").class("rc-row").child(done)),
    )
        .into_nodes()
}

fn kinds(context: Context) -> El {
    let words = &context.words.later().learn;
    // Which was added last, counted from one.
    let added = RwSignal::new(0_u32);
    let list = |kinds: &'static [Care]| {
        let items = kinds.iter().map(|&care| entry(context, care, added));
        el("ul").class("rc-care").child(items.collect_nodes())
    };
    let (with_people, others) = Care::ALL.split_at(WITH_PEOPLE);
    // The kinds of a group share one step of the plan, so what was added is told by the step's name.
    let told = move || {
        let care = Care::ALL.get((added.get() as usize).checked_sub(1)?)?;
        Some((words.added)(
            (context.words.later().result.step)(care.step()).title,
        ))
    };
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "kinds")
        .child(
            el("h2")
                .attr("id", "kinds")
                .attr("tabindex", "-1")
                .child(words.kinds),
        )
        .child(
            el("div")
                .child(el("h3").child(words.with_people))
                .child(list(with_people)),
        )
        .child(crisis(context, words.before_then))
        .child(
            el("div")
                .child(el("h3").child(words.body_and_mind))
                .child(el("p").class("rc-soft rc-small").child(words.adds))
                .child(list(others)),
        )
        .child(
            el("p")
                .class("rc-hidden")
                .attr("role", "status")
                .child(live(told)),
        )
}

/// One kind of care: what it is in a line, the rest when opened, and the way into the plan beside it.
fn entry(context: Context, care: Care, added: RwSignal<u32>) -> El {
    let words = &context.words.later().learn;
    let about = (words.care)(care);
    let step = care.step();
    let state = Memo::new(move |_| {
        context.session.with(|session| match &session.plan {
            Some(plan) if plan.has(step) => 1_u32,
            Some(plan) if !plan.has_room() => 2,
            _ => 0,
        })
    });
    let label = move || {
        let state = state.get();
        let plus = (state == 0).then(|| small(Icon::PLUS));
        (plus, [words.add, words.in_plan, words.full][state as usize])
    };
    let press = move || {
        if state.get_untracked() == 0 {
            context.send(Event::Planned(Planned::Added(step, None)));
            added.set(care as u32 + 1);
        } else {
            context.open(Aside::Plan);
        }
    };
    let facts = [
        (words.who, about.who),
        (words.evidence, about.evidence),
        (words.first, about.first),
    ];
    let facts = facts.map(|(name, text)| {
        el("div")
            .child(el("dt").class("rc-care__name").child(name))
            .child(el("dd").child(text))
    });
    let medal = el("span").class("rc-medal");
    let title = el("span")
        .class("rc-care__head")
        .child(medal.child(icon(picture(care), "rc-icon")))
        .child(
            el("span")
                .child(el("span").class("rc-care__name").child(about.title))
                .child(" ")
                .child(el("span").class("rc-care__what").child(about.what)),
        );
    // Under one label on every row, the name tells the buttons apart in speech.
    let add = button("rc-linkbutton", None, "", press)
        .attr("data-add", care.code())
        .child(live(label))
        .child(el("span").class("rc-hidden").child(": ").child(about.title));
    el("li")
        .class("rc-care__one")
        .attr("data-care", care.code())
        .child(more(
            title,
            el("dl").class("rc-stack rc-stack--tight").child(facts),
        ))
        .child(add)
}

fn picture(care: Care) -> Icon {
    match care {
        Care::Counselling => Icon::CHAT,
        Care::StepGroup | Care::SkillsGroup | Care::OtherGroup => Icon::PEOPLE,
        Care::Peer => Icon::RINGS,
        Care::SoberLiving => Icon::HOUSE,
        Care::Medicine => Icon::PLUS,
        Care::Yoga => Icon::LEAF,
        Care::Meditation => Icon::SUN,
        Care::Art => Icon::HEART,
        Care::Acupuncture => Icon::TRIGGERS,
        Care::Movement => Icon::BOUNCE,
        Care::Food => Icon::WAVE,
        Care::Sleep => Icon::CLOUD,
    }
}

/// The clinic's own programmes and articles, marked as the clinic's; nothing where it has set none.
fn clinic(context: Context) -> Option<El> {
    let words = &context.words.later().learn;
    let clinic = context.clinic;
    let title = if clinic.name.is_empty() {
        words.clinic.to_owned()
    } else {
        (words.clinic_from)(&clinic.name)
    };
    let links = clinic.links.iter().map(|link| {
        let kind = match link.kind {
            Kind::Programme => words.programme,
            Kind::Article => words.article,
        };
        el("li")
            .child(el("span").class("rc-kicker").child(kind))
            .child(
                el("a")
                    .class("rc-care__link")
                    .attr("href", link.address.clone())
                    .attr("target", "_blank")
                    .attr("rel", "noopener noreferrer")
                    .attr("dir", "auto")
                    .child(link.title.clone())
                    .child(
                        el("span")
                            .class("rc-hidden")
                            .child(context.words.page.new_tab),
                    ),
            )
    });
    let links = links.collect_nodes();
    (!links.is_empty()).then(|| {
        el("section")
            .class("rc-card rc-card--soft")
            .attr("aria-labelledby", "clinic")
            .child(el("h2").attr("id", "clinic").child(title))
            .child(el("ul").class("rc-stack rc-stack--tight").child(links))
            .child(el("p").class("rc-soft rc-small").child(words.clinic_note))
            .child(crisis(context, words.before_then))
    })
}

fn reads(context: Context) -> El {
    let words = &context.words.later().learn;
    let items = Read::ALL.iter().map(|&read| {
        let about = (words.read)(read);
        let text = about.text.iter().map(|&text| el("p").child(text));
        let go = button(SMALL, None, about.go, move || follow(context, read.lead()));
        let go = el("p").child(go.attr("data-lead", read.code()));
        more(about.title, (text.collect_nodes(), go))
    });
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "reads")
        .child(el("h2").attr("id", "reads").child(words.reads))
        .child(el("div").child(items.collect_nodes()))
        .child(crisis(context, words.before_then))
}

/// Goes to what a short read ends in.
fn follow(context: Context, lead: Lead) {
    match lead {
        Lead::CheckIn => context.close_asides(),
        Lead::Plan => context.open(Aside::Plan),
        Lead::Reflect => context.send(Event::Reflected(Reflected::Began {
            id: clock::new_id(),
            today: clock::now().day,
        })),
        Lead::History => context.open(Aside::History),
        Lead::Care => focus("#kinds"),
        Lead::Tool(tool) => context.open(Aside::Tool(tool)),
    }
}
