//! A session is open: the conversation, and what its answers say.

use super::idle::Idle;
use crate::assess::Quality;
use crate::fit::Outcome;
use crate::interview::{Change, Interview, Step};
use crate::model::{Bookmark, CareerId, Emphasis, QuestionId, SessionRecord, SituationRole};
use crate::tui::effect::Effect;
use crate::tui::rank_uncertainty::RankUncertainty;
use crate::tui::saved_session::{Keeping, SavedSession};
use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Longest a slice of work after a frame may take.
pub const SLICE_OF_WORK: Duration = Duration::from_millis(2);

/// What screens have once a session is open.
#[derive(Debug)]
pub struct OpenSession {
    idle: Idle,
    interview: Interview,
    /// Its name.
    pub name: String,
    /// Whether what the person says is saved.
    pub keeping: Keeping,
    /// How far ranks can be trusted.
    pub rank_uncertainty: RankUncertainty,
    /// Whether what can be started now was shown of itself.
    pub start_shown: bool,
    outcome: OnceCell<Arc<Outcome>>,
    quality: OnceCell<Quality>,
}

impl OpenSession {
    /// Opens a session, and says what there is to say about it.
    pub fn new(mut idle: Idle, saved_session: SavedSession) -> Self {
        idle.say(saved_session.notes.join(" "));
        let matcher = Arc::clone(idle.matcher());
        let interview = Interview::new(Arc::clone(&matcher), saved_session.record, false);
        // beside the screen, or else the first look at a career or at results would wait for it
        thread::spawn(move || (_ = matcher.whitening(), _ = matcher.noise(), _ = matcher.learned()));

        Self {
            idle,
            interview,
            name: saved_session.name,
            keeping: saved_session.keeping,
            rank_uncertainty: RankUncertainty::default(),
            start_shown: false,
            outcome: OnceCell::new(),
            quality: OnceCell::new(),
        }
    }

    /// Lets go of the session.
    pub fn into_idle(self) -> Idle {
        self.idle
    }

    /// The conversation.
    pub fn interview(&self) -> &Interview {
        &self.interview
    }

    /// Everything the person said.
    pub fn record(&self) -> &SessionRecord {
        self.interview.record()
    }

    /// Whether a choice made in the situation says this of the person.
    pub fn says(&self, role: SituationRole) -> bool {
        self.interview.says(role)
    }

    /// What the person keeps of a career.
    pub fn bookmark(&self, career: CareerId) -> Option<&Bookmark> {
        self.record().bookmark(&self.catalogue().get(career).id)
    }

    /// What counts most when careers are ranked.
    pub fn emphasis(&self) -> Emphasis {
        self.record().emphasis()
    }

    /// Changes the interview, forgets what no longer holds and asks for it to be saved; none where it was taken back.
    pub fn converse<T>(&mut self, change: impl FnOnce(&mut Interview) -> T) -> Option<T> {
        self.outcome.take();
        self.quality.take();
        self.apply_to_interview(change)
    }

    /// Takes what is said beside answers, forgets what no longer holds and asks for it to be saved.
    pub fn apply(&mut self, change: Change) {
        if change.moves_ranking() {
            self.converse(|interview| interview.apply(change));
        } else {
            self.apply_to_interview(|interview| interview.apply(change));
        }
    }

    /// A session that another program has is looked at only: a change that says something is taken back, and the person
    /// told why.
    fn apply_to_interview<T>(&mut self, change: impl FnOnce(&mut Interview) -> T) -> Option<T> {
        let before = matches!(self.keeping, Keeping::ReadOnly(_)).then(|| self.interview.clone());
        let changed = change(&mut self.interview);

        if let Some(before) = before {
            return self.look_on(before).then_some(changed);
        }
        self.ask(Effect::Save);
        Some(changed)
    }

    /// Takes back what changed since `before`, unless only the place did; true if it was only that.
    fn look_on(&mut self, before: Interview) -> bool {
        let says = |record: &SessionRecord| SessionRecord { at: None, opened: Vec::new(), ..record.clone() };
        if says(self.record()) == says(before.record()) {
            return true;
        }

        self.interview = before;
        if let Keeping::ReadOnly(why) = &self.keeping {
            self.idle.complain(format!("This does not count: {why}. It was tried again just now."));
        }
        // the other program may have ended meanwhile
        self.ask(Effect::Claim);
        false
    }

    /// Puts the session first among those to go on with, as it is now.
    pub fn put_back(&mut self) {
        let (name, record) = (self.name.clone(), self.record().clone());
        self.idle.sessions.put_first(name, record);
    }

    /// What the answers say now; worked out once per change, when it is first asked for.
    pub fn outcome(&self) -> &Arc<Outcome> {
        self.outcome.get_or_init(|| Arc::new(self.interview.evaluate()))
    }

    /// How far the answers can be trusted; worked out in the same way.
    pub fn quality(&self) -> &Quality {
        self.quality.get_or_init(|| self.interview.assess_quality())
    }

    /// Questions worth answering again; on the way there is no looking back.
    pub fn look_again(&self) -> &[QuestionId] {
        if self.interview.step() == Step::Results { &self.quality().look_again } else { &[] }
    }

    /// Works on the rank intervals for a slice of time; false when nothing is left to do.
    pub fn refine_rank_uncertainty(&mut self) -> bool {
        let outcome = Arc::clone(self.outcome());
        let Self { interview, rank_uncertainty, .. } = self;
        rank_uncertainty.refine(interview.matcher(), &outcome, interview.answers(), SLICE_OF_WORK)
    }
}

impl Deref for OpenSession {
    type Target = Idle;

    fn deref(&self) -> &Idle {
        &self.idle
    }
}

impl DerefMut for OpenSession {
    fn deref_mut(&mut self) -> &mut Idle {
        &mut self.idle
    }
}
