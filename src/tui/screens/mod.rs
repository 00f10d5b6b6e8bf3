//! The screens, one a file.

pub mod about;
pub mod browse;
pub mod card;
pub mod career;
pub mod career_actions;
pub mod compare;
pub mod condition;
pub mod distinctions;
pub mod edit_text;
pub mod emphasis;
pub mod export;
pub mod families;
pub mod help;
pub mod job;
pub mod leaving;
pub mod length;
pub mod limit;
pub mod limits;
pub mod listing;
pub mod menu;
pub mod multi_select;
pub mod no_direction;
pub mod overview;
pub mod pair;
pub mod palette;
pub mod part_intro;
pub mod plan;
pub mod plan_reminder;
pub mod profile;
pub mod question;
pub mod results;
pub mod review;
pub mod single_select;
pub mod sliders;
pub mod start_detail;
pub mod unsaved;
mod walk;
pub mod welcome;

use super::context::{Context, Idle, OpenSession, Ready, Waiting};
use super::route::Route;
use super::screen::Screen;
use crate::interview::Step;
use crate::model::{SituationRole, Verdict};
use crate::report::telling;
use multi_select::{MultiSelectKind, Several};

/// A screen, or none where there is nothing to show on it yet.
type Opened<C> = Option<Box<dyn Screen<C>>>;

/// What a state can show.
pub trait Opens: Context + Sized + 'static {
    /// The screen that a route names; where there is none, the person is told why.
    fn open(&mut self, route: Route) -> Opened<Self>;

    /// The screens for the step the interview is at, the one in front last; none where no session is open.
    fn open_steps(&mut self) -> Vec<Box<dyn Screen<Self>>> {
        Vec::new()
    }
}

impl Opens for Waiting {
    fn open(&mut self, route: Route) -> Opened<Self> {
        let opened = open_anywhere(route, self);
        if opened.is_none() {
            self.complain_again();
        }
        opened
    }
}

impl Opens for Idle {
    fn open(&mut self, route: Route) -> Opened<Self> {
        open_with_data(route, self)
    }
}

impl Opens for OpenSession {
    fn open(&mut self, route: Route) -> Opened<Self> {
        Some(match route {
            Route::Help(_) | Route::Palette(..) | Route::About | Route::LeavingUnsaved(_) => {
                open_anywhere(route, self)?
            }
            Route::Distinctions | Route::Search | Route::Career(_) | Route::PlanReminder => {
                open_with_data(route, self)?
            }
            Route::Length => Box::new(length::Length::new(self)),
            Route::Export => Box::new(export::Export::new(self)),
            Route::Limit(at) => Box::new(limit::SetLimit::new(at, self)),
            Route::Emphasis => Box::new(emphasis::WhatCounts::new(self)),
            Route::LookBack(career) => Box::new(plan_reminder::Due::find_in_session(career, self)?),
            Route::Review => Box::new(review::Review::new(self)),
            Route::LookAgain(questions) => Box::new(review::Review::of(&questions, self)),
            Route::Profile => Box::new(profile::Profile::new(self)),
            Route::Limits => Box::new(limits::Limits::new(self)),
            Route::Bookmark => Box::new(listing::Listing::of_kept()),
            Route::StartNow => {
                let Some(starts) = listing::Listing::find_starts(self) else {
                    let says = telling::describe_too_few(&self.dataset().questionnaire);
                    self.say(says);
                    return None;
                };
                Box::new(starts)
            }
            Route::List(focus) => Box::new(results::Results::new(focus, self)),
            Route::Families => Box::<families::Families>::default(),
            Route::Family(family) => Box::new(listing::Listing::of_family(family, self)),
            Route::Plan(career) => Box::new(plan::Planning::new(career)),
            Route::Write(career, target) => Box::new(edit_text::Write::new(career, target, self)),
            Route::Compare(careers) => Box::new(compare::Compare::new(careers)),
            Route::Leave(career) => Box::new(leaving::Leave::new(career)),
            Route::WaysOut(career) => Box::new(leaving::WaysOut::new(career, self)),
            Route::NotKept => Box::new(unsaved::Unkept::after_opening(&self.keeping)),
        })
    }

    fn open_steps(&mut self) -> Vec<Box<dyn Screen<Self>>> {
        open_step(self)
    }
}

/// Screens that need the data; about all others the person is told what they need.
fn open_with_data<C: Ready + 'static>(route: Route, ctx: &mut C) -> Opened<C> {
    Some(match route {
        Route::Distinctions => Box::<distinctions::InFull>::default(),
        Route::Search => Box::<browse::Browse>::default(),
        Route::Career(career) => Box::new(career::InFull::new(career, ctx)),
        Route::PlanReminder => Box::new(plan_reminder::Due::find_first(ctx.data())?),
        other => {
            let opened = open_anywhere(other, ctx);
            if opened.is_none() {
                ctx.shell_mut().say(career_actions::NEEDS_ANSWERS);
            }
            return opened;
        }
    })
}

/// Screens that need nothing.
fn open_anywhere<C: Context + 'static>(route: Route, ctx: &C) -> Opened<C> {
    Some(match route {
        Route::Help(place) => Box::new(help::Help::new(place)),
        Route::Palette(place, offered) => Box::new(palette::Palette::new(place, &offered, ctx)),
        Route::About => Box::<about::About>::default(),
        Route::LeavingUnsaved(why) => Box::new(unsaved::Unkept::before_leaving(&why)),
        _ => return None,
    })
}

/// The screens of the results: the list or a kind word, and what can be started now where pay is needed soon.
fn open_results(ctx: &mut OpenSession) -> Vec<Box<dyn Screen<OpenSession>>> {
    if ctx.outcome().verdict != Verdict::Ranked {
        return vec![Box::new(no_direction::Nowhere::new(ctx))];
    }

    let mut screens: Vec<Box<dyn Screen<OpenSession>>> = vec![Box::new(overview::Overview::new(ctx))];
    // once, and over the results: closing it leads to them
    if ctx.says(SituationRole::NeedsPaySoon) && !ctx.start_shown {
        ctx.start_shown = true;
        screens
            .extend(listing::Listing::find_starts(ctx).map(|starts| Box::new(starts) as Box<dyn Screen<OpenSession>>));
    }

    screens
}

fn open_step(ctx: &mut OpenSession) -> Vec<Box<dyn Screen<OpenSession>>> {
    let (interview, questionnaire) = (ctx.interview(), ctx.questionnaire());

    vec![match interview.step() {
        Step::Situation(at) if questionnaire.situation[at].choices.is_empty() => Box::new(job::Job::new(at, ctx)),
        Step::Situation(at) => Box::new(single_select::Choose::new(at, interview)),
        Step::Leave => Box::new(Several::new(MultiSelectKind::Leave, interview)),
        Step::Goals => Box::new(Several::new(MultiSelectKind::Goals, interview)),
        Step::Turn(part) => Box::new(part_intro::PartIntro::new(part, interview)),
        Step::Ask(question) | Step::Again(question) => Box::new(question::Question::new(question, interview)),
        Step::Pair(at) => Box::new(pair::Pair::new(at, interview)),
        Step::Card(career) => Box::new(card::Card::new(career, interview)),
        Step::Condition(at) => Box::new(condition::Condition::new(at, interview)),
        Step::Sliders => Box::new(sliders::Sliders::new(interview)),
        Step::Results => return open_results(ctx),
    }]
}
