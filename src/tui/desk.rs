//! What all screens share: the data once it is loaded, the interview, what the answers say, theme and keys.

use super::clicks::Clicks;
use super::effect::Effect;
use super::keys::{Keys, Unusable};
use super::sureness::Sureness;
use super::surroundings::Surroundings;
use super::theme::Theme;
use crate::assess::Quality;
use crate::fit::{Matcher, Outcome};
use crate::interview::Interview;
use crate::model::{QuestionId, Record, visible};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What is read after the first screen was painted.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The data, ready for matching.
    pub matcher: Arc<Matcher>,
    /// Sessions of before, newest first.
    pub sittings: Vec<Sitting>,
    /// Something the person should know about what was read.
    pub notes: Vec<String>,
}

/// Where the data comes from: it is sent once, or an error that says why not.
pub type Loading = Receiver<Result<Loaded, String>>;

/// A session as it was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Its name.
    pub name: String,
    /// When it was last saved, in words.
    pub when: String,
    /// Everything the person said.
    pub record: Record,
    /// Whether the person is to be asked how long it may take, before the first question.
    pub choose_length: bool,
    /// Whether another program holds it, so that nothing can be saved.
    pub read_only: bool,
    /// Something to say about it: answers set aside, a clock that went backwards.
    pub notes: Vec<String>,
}

/// What the answers say, and to which answers it belongs.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The outcome of the answers.
    pub outcome: Arc<Outcome>,
    quality: Quality,
    given: usize,
}

#[derive(Debug)]
enum Material {
    Loading(Loading),
    Ready(Loaded),
    Failed,
}

/// What all screens share.
#[derive(Debug)]
pub struct Desk {
    /// The terminal and the person's wishes.
    pub around: Surroundings,
    /// Styles by role.
    pub theme: Theme,
    /// Which key asks for what.
    pub keys: Keys,
    /// The conversation, once one is open.
    pub interview: Option<Interview>,
    /// Name of the open session.
    pub session: Option<String>,
    /// One line for the person, until the next key.
    pub message: Option<Message>,
    /// How many first-run hints are still to be shown.
    pub hints_left: u8,
    /// How far ranks can be trusted.
    pub sureness: Sureness,
    /// Whether what can be started now was shown of itself.
    pub start_shown: bool,
    /// Where a click does something.
    pub clicks: Clicks,
    material: Material,
    standing: Option<Standing>,
    outbox: Vec<Effect>,
}

/// A line for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// Whether something went wrong.
    pub trouble: bool,
}

/// Longest a slice of work after a frame may take.
const SLICE: Duration = Duration::from_millis(2);

/// How many answers the first-run hint stays.
const HINTS: u8 = 3;

impl Desk {
    /// A desk that still waits for its data.
    pub fn new(around: Surroundings, loading: Loading) -> Result<Self, Unusable> {
        Ok(Self {
            theme: Theme::new(&around),
            keys: Keys::new(&around.keys)?,
            around,
            interview: None,
            session: None,
            message: None,
            hints_left: HINTS,
            sureness: Sureness::default(),
            start_shown: false,
            clicks: Clicks::default(),
            material: Material::Loading(loading),
            standing: None,
            outbox: Vec::new(),
        })
    }

    /// The data, if it is there.
    pub fn loaded(&self) -> Option<&Loaded> {
        match &self.material {
            Material::Ready(loaded) => Some(loaded),
            Material::Loading(_) | Material::Failed => None,
        }
    }

    /// The matcher, if it is there.
    pub fn matcher(&self) -> Option<&Arc<Matcher>> {
        self.loaded().map(|loaded| &loaded.matcher)
    }

    /// Waits for the data at most this long; true once nothing more will come.
    pub fn wait(&mut self, at_most: Duration) -> bool {
        let Material::Loading(loading) = &self.material else { return true };
        let came = match loading.recv_timeout(at_most) {
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => Err("the data could not be read".to_string()),
            Ok(came) => came,
        };
        match came {
            Ok(loaded) => {
                self.say(loaded.notes.join(" "));
                self.hints_left = if loaded.sittings.is_empty() { HINTS } else { 0 };
                self.material = Material::Ready(loaded);
            }
            Err(error) => {
                self.complain(error);
                self.material = Material::Failed;
            }
        }
        true
    }

    /// Asks the shell to do something.
    pub fn ask(&mut self, effect: Effect) {
        self.outbox.push(effect);
    }

    /// Everything asked of the shell since the last time.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.outbox)
    }

    /// Shows a line; an empty one shows nothing.
    pub fn say(&mut self, text: impl Into<String>) {
        let text = visible(&text.into()).into_owned();
        self.message = (!text.is_empty()).then_some(Message { text, trouble: false });
    }

    /// Shows a line about something that went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: visible(&text.into()).into_owned(), trouble: true });
    }

    /// Changes the interview, forgets what no longer holds and asks for it to be saved.
    pub fn converse<T>(&mut self, change: impl FnOnce(&mut Interview) -> T) -> Option<T> {
        let changed = change(self.interview.as_mut()?);
        self.standing = None;
        self.ask(Effect::Save);
        Some(changed)
    }

    /// Notes something that is not scored, and asks for it to be saved.
    pub fn note(&mut self, change: impl FnOnce(&mut Record)) {
        if let Some(interview) = &mut self.interview {
            interview.note(change);
            self.ask(Effect::Save);
        }
    }

    /// Everything the person said, once a session is open.
    pub fn record(&self) -> Option<&Record> {
        self.interview.as_ref().map(Interview::record)
    }

    /// Marks the first step planned for a career as done among the sessions of before.
    pub fn mark_done(&mut self, session: &str, career: &str) {
        let Material::Ready(loaded) = &mut self.material else { return };
        let sittings = loaded.sittings.iter_mut().filter(|sitting| sitting.name == session);
        let kept = sittings.flat_map(|sitting| &mut sitting.record.kept).filter(|kept| kept.career == career);
        kept.filter_map(|kept| kept.plan.as_mut()).for_each(|plan| plan.done = true);
    }

    /// Puts the open session first among those to go on with, as it is now.
    pub fn put_back(&mut self) {
        let (Some(name), Some(record)) = (self.session.clone(), self.record().cloned()) else { return };
        let Material::Ready(loaded) = &mut self.material else { return };
        loaded.sittings.retain(|sitting| sitting.name != name);
        let when = "just now".to_string();
        loaded.sittings.insert(0, Sitting { name, when, record, ..Sitting::default() });
    }

    /// What the answers say now; worked out once per change.
    pub fn standing(&mut self) -> Option<Arc<Outcome>> {
        let interview = self.interview.as_ref()?;
        let given = interview.record().given.len();
        if self.standing.as_ref().is_none_or(|standing| standing.given != given) {
            let (outcome, quality) = (Arc::new(interview.outcome()), interview.quality());
            self.standing = Some(Standing { outcome, quality, given });
        }
        self.standing.as_ref().map(|standing| Arc::clone(&standing.outcome))
    }

    /// What the answers say, if it was worked out since the last change.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.standing.as_ref().map(|standing| standing.outcome.as_ref())
    }

    /// How far the answers can be trusted, if that was worked out since the last change.
    pub fn quality(&self) -> Option<&Quality> {
        self.standing.as_ref().map(|standing| &standing.quality)
    }

    /// Questions worth answering again.
    pub fn look_again(&self) -> &[QuestionId] {
        self.quality().map(|quality| quality.look_again.as_slice()).unwrap_or_default()
    }

    /// Works on the rank intervals for a slice of time; false when nothing is left to do.
    pub fn refine_sureness(&mut self) -> bool {
        let Some(outcome) = self.standing() else { return false };
        let Some(interview) = &self.interview else { return false };
        self.sureness.refine(interview.matcher(), &outcome, interview.answers(), SLICE)
    }

    /// Opens a session.
    pub fn open(&mut self, sitting: Sitting) {
        let Some(matcher) = self.matcher().cloned() else { return };
        self.standing = None;
        self.sureness.forget();
        self.start_shown = false;
        self.say(sitting.notes.join(" "));
        self.session = Some(sitting.name);
        self.interview = Some(Interview::new(Arc::clone(&matcher), sitting.record, false));
        // beside the screen, or else the first look at a career would wait for it
        thread::spawn(move || _ = matcher.learned());
    }

    /// Seconds since 1970.
    pub fn now(&self) -> u64 {
        (self.around.now)()
    }
}
