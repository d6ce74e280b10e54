//! The parts screens are made of: one file a component, with a style file of the same name.

pub mod actions;
pub mod answers_behind;
pub mod ask_first;
pub mod bars;
pub mod begin_anew;
pub mod choice;
pub mod domains;
pub mod factors;
pub mod header;
pub mod heading;
pub mod helpbar;
pub mod icon;
pub mod lines;
pub mod more;
pub mod notice;
pub mod region_select;
pub mod safety;
pub mod scale;
pub mod take;
pub mod take_calendar;
pub mod take_import;
pub mod text_field;
pub mod topline;
pub mod week;
