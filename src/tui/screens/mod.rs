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

use super::context::AppContext;
use super::route::Route;
use super::screen::Screen;
use crate::interview::Step;
use crate::model::{SituationRole, Verdict};
use multi_select::{MultiSelectKind, Several};

/// The first screen.
pub fn first() -> Box<dyn Screen> {
    Box::new(welcome::Welcome::default())
}

/// The screen that a route names; none, and a message why, where there is nothing to show on it yet.
pub fn open(route: Route, ctx: &mut AppContext) -> Option<Box<dyn Screen>> {
    Some(match route {
        Route::Help(place) => Box::new(help::Help::new(place, ctx)),
        Route::Palette(place, offered) => Box::new(palette::Palette::new(place, &offered, ctx)),
        Route::Distinctions => Box::<distinctions::InFull>::default(),
        Route::About => Box::<about::About>::default(),
        Route::Search => Box::<browse::Browse>::default(),
        Route::Length => Box::new(length::Length::new(ctx)),
        Route::Export if ctx.interview.is_none() => {
            ctx.say("That needs a few answers first: begin the questionnaire.");
            return None;
        }
        Route::Export => Box::new(export::Export::new(ctx)),
        Route::Limit(at) => Box::new(limit::SetLimit::new(at, ctx)),
        Route::Emphasis => Box::new(emphasis::WhatCounts::new(ctx)),
        Route::LookBack(career) => Box::new(plan_reminder::Due::of_open(career, ctx)?),
        Route::Review => Box::new(review::Review::new(ctx)),
        Route::LookAgain(questions) => Box::new(review::Review::of(&questions, ctx)),
        Route::Profile => Box::new(profile::Profile::new(ctx)),
        Route::Limits => Box::new(limits::Limits::new(ctx)),
        Route::Bookmark => Box::new(listing::Listing::kept()),
        Route::StartNow if !listing::can_start(ctx) => {
            ctx.say(format!("From {} answers on this shows what you can start now, by fit.", listing::FROM));
            return None;
        }
        Route::StartNow => Box::new(listing::Listing::start(ctx)),
        Route::List(focus) => Box::new(results::Results::new(focus, ctx)),
        Route::Families => Box::<families::Families>::default(),
        Route::Family(family) => Box::new(listing::Listing::family(family, ctx)),
        Route::Career(career) => Box::new(career::InFull::new(career, ctx)),
        Route::Plan(career) => Box::new(plan::Planning::new(career)),
        Route::Write(career, target) => Box::new(edit_text::Write::new(career, target, ctx)),
        Route::Compare(careers) => Box::new(compare::Compare::new(careers)),
        Route::Leave(career) => Box::new(leaving::Leave::new(career)),
        Route::WaysOut(career) => Box::new(leaving::WaysOut::new(career, ctx)),
        Route::NotKept => Box::new(unsaved::Unkept::opened(&ctx.keeping)),
        Route::LeavingUnsaved(why) => Box::new(unsaved::Unkept::leaving(&why)),
        Route::PlanReminder => Box::new(plan_reminder::Due::first(ctx)?),
    })
}

/// The screens of the results: the list or a kind word, and what can be started now where pay is needed soon.
fn of_results(ctx: &mut AppContext) -> Vec<Box<dyn Screen>> {
    if ctx.current_outcome().is_none_or(|outcome| outcome.verdict != Verdict::Ranked) {
        return vec![Box::new(no_direction::Nowhere::default())];
    }

    let mut screens: Vec<Box<dyn Screen>> = vec![Box::new(overview::Overview::new(ctx))];
    if ctx.says(SituationRole::NeedsPaySoon) && !ctx.start_shown {
        ctx.start_shown = true;
        screens.push(Box::new(listing::Listing::start(ctx)));
    }
    screens
}

/// The screens for the step the interview is at, the one in front last; none when no session is open.
pub fn of_step(ctx: &mut AppContext) -> Vec<Box<dyn Screen>> {
    let Some(interview) = &ctx.interview else { return Vec::new() };
    let questionnaire = &interview.matcher().dataset.questionnaire;
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
        Step::Results => return of_results(ctx),
    }]
}
