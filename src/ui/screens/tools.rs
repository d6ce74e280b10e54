//! The coping tools, each one press away, with what it is for. Nothing here is counted.

use crate::domain::tool::Tool;
use crate::session::Aside;
use crate::ui::components::heading::opening;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Draws the screen.
pub fn tools(context: Context) -> Nodes {
    let words = &context.words.later().tools;
    let items = Tool::ALL.iter().map(|&tool| entry(context, tool));
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(opening(words.title, words.lead))
            .child(el("ul").class("rc-tools").child(items.collect_nodes())),
    )
        .into_nodes()
}

fn entry(context: Context, tool: Tool) -> El {
    let words = (context.words.later().tools.tool)(tool);
    let medal = el("span").class("rc-medal");
    el("li").child(
        el("button")
            .attr("type", "button")
            .class("rc-tools__one")
            .attr("data-tool", tool.code())
            .on("click", move |_| context.open(Aside::Tool(tool)))
            .child(medal.child(icon(picture(tool), "rc-icon")))
            .child(
                el("span")
                    .child(el("span").class("rc-tools__name").child(words.title))
                    .child(" ")
                    .child(el("span").class("rc-soft rc-small").child(words.purpose)),
            ),
    )
}

fn picture(tool: Tool) -> Icon {
    match tool {
        Tool::Breathing => Icon::RINGS,
        Tool::UrgeSurfing => Icon::WAVE,
        Tool::Grounding => Icon::LEAF,
        Tool::WaitAndLeave => Icon::LEAVE,
        Tool::Halt => Icon::HELP,
        Tool::LookAhead => Icon::SUN,
        Tool::CostsAndGains => Icon::SWAP,
        Tool::ReachOut => Icon::TEXT,
        Tool::PeopleAndJoys => Icon::HEART,
        Tool::SleepAndFood => Icon::CLOUD,
    }
}
