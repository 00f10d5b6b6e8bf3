//! What all screens share: the data once it is loaded, the interview, what the answers say, theme and keys.

mod shell;

pub use shell::{ReportFile, Shell};

use super::effect::Effect;
use super::environment::Environment;
use super::keys::Unusable;
use super::rank_uncertainty::RankUncertainty;
pub use super::saved_session::{Keeping, SavedSession};
use crate::assess::Quality;
use crate::fit::{Emphasis, Matcher, Outcome};
use crate::interview::Interview;
use crate::model::{LookBack, QuestionId, SessionRecord, SituationRole, StepWords, Verdict};
use crate::report::telling;
use std::ops::{Deref, DerefMut};
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
    pub sessions: Vec<SavedSession>,
    /// Something the person should know about what was read.
    pub notes: Vec<String>,
}

/// Where the data comes from: it is sent once, or an error that says why not.
pub type Loading = Receiver<Result<Loaded, String>>;

/// What the answers say, and to which answers it belongs.
#[derive(Clone, Debug)]
pub struct CachedOutcome {
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
pub struct AppContext {
    shell: Shell,
    /// The conversation, once one is open.
    pub interview: Option<Interview>,
    /// Name of the open session.
    pub session: Option<String>,
    /// Whether what the person says is saved.
    pub keeping: Keeping,
    /// How far ranks can be trusted.
    pub rank_uncertainty: RankUncertainty,
    /// Whether what can be started now was shown of itself.
    pub start_shown: bool,
    material: Material,
    cached: Option<CachedOutcome>,
}

/// Longest a slice of work after a frame may take.
const SLICE_OF_WORK: Duration = Duration::from_millis(2);

/// How many answers the first-run hint stays.
const ANSWERS_WITH_HINT: u8 = 3;

impl AppContext {
    /// A desk that still waits for its data.
    ///
    /// # Errors
    /// A key of the settings that cannot be used.
    pub fn new(environment: Environment, loading: Loading) -> Result<Self, Unusable> {
        Ok(Self {
            shell: Shell::new(environment)?,
            interview: None,
            session: None,
            keeping: Keeping::Saved,
            rank_uncertainty: RankUncertainty::default(),
            start_shown: false,
            material: Material::Loading(loading),
            cached: None,
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

    /// One of the questionnaire's words around what is not scored.
    pub fn word(&self, pick: impl Fn(&StepWords) -> &String) -> String {
        self.matcher().map(|matcher| pick(&matcher.dataset.questionnaire.words).clone()).unwrap_or_default()
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
                self.hints_left = if loaded.sessions.is_empty() { ANSWERS_WITH_HINT } else { 0 };
                self.material = Material::Ready(loaded);
            }
            Err(error) => {
                self.complain(error);
                self.material = Material::Failed;
            }
        }
        true
    }

    /// Changes the interview, forgets what no longer holds and asks for it to be saved.
    ///
    /// A session that another program has is looked at only: a change that says something is taken back, and the person
    /// told why.
    pub fn converse<T>(&mut self, change: impl FnOnce(&mut Interview) -> T) -> Option<T> {
        let interview = self.interview.as_mut()?;
        let before = matches!(self.keeping, Keeping::ReadOnly(_)).then(|| interview.clone());
        let changed = change(interview);
        self.cached = None;
        if let Some(before) = before {
            return self.look_on(before).then_some(changed);
        }
        self.ask(Effect::Save);
        Some(changed)
    }

    /// Notes something that is not scored, and asks for it to be saved.
    pub fn note(&mut self, change: impl FnOnce(&mut SessionRecord)) {
        self.converse(|interview| interview.note(change));
    }

    /// Takes back what changed since `before`, unless only the place did; true if it was only that.
    fn look_on(&mut self, before: Interview) -> bool {
        let says = |record: &SessionRecord| SessionRecord { at: None, opened: Vec::new(), ..record.clone() };
        let Some(interview) = &mut self.interview else { return true };
        if says(interview.record()) == says(before.record()) {
            return true;
        }
        *interview = before;
        if let Keeping::ReadOnly(why) = &self.keeping {
            self.shell.complain(format!("This does not count: {why}. It was tried again just now."));
        }
        self.ask(Effect::Claim);
        false
    }

    /// Everything the person said, once a session is open.
    pub fn record(&self) -> Option<&SessionRecord> {
        self.interview.as_ref().map(Interview::record)
    }

    /// Whether a choice made in the situation says this of the person.
    pub fn says(&self, role: SituationRole) -> bool {
        self.interview.as_ref().is_some_and(|interview| interview.says(role))
    }

    /// Marks the first step planned for a career as done among the sessions of before.
    pub fn mark_done(&mut self, session: &str, career: &str, look_back: LookBack) {
        let Material::Ready(loaded) = &mut self.material else { return };
        let sessions = loaded.sessions.iter_mut().filter(|saved_session| saved_session.name == session);
        let kept =
            sessions.flat_map(|saved_session| &mut saved_session.record.kept).filter(|kept| kept.career == career);
        kept.filter_map(|kept| kept.plan.as_mut()).for_each(|plan| (plan.done, plan.look_back) = (true, look_back));
    }

    /// Puts the open session first among those to go on with, as it is now; one without answers is not among them.
    pub fn put_back(&mut self) {
        let (Some(name), Some(record)) = (self.session.clone(), self.record().cloned()) else { return };
        let Material::Ready(loaded) = &mut self.material else { return };
        loaded.sessions.retain(|saved_session| saved_session.name != name);
        if record.has_answers() {
            let when = "just now".to_string();
            loaded.sessions.insert(0, SavedSession { name, when, record, ..SavedSession::default() });
        }
    }

    /// Works out what leads in one of the first sessions to go on with; false when all of them are known.
    pub fn refine_sessions(&mut self, first: usize) -> bool {
        let Material::Ready(loaded) = &mut self.material else { return false };
        let Loaded { matcher, sessions, .. } = loaded;
        let Some(open) = sessions.iter_mut().take(first).find(|session| session.leads.is_none()) else { return false };
        let answers = open.record.answers(&matcher.dataset.questionnaire);
        let outcome = matcher.outcome(&answers, Emphasis::from_name(open.record.emphasis.as_deref()));
        let direction =
            outcome.directions.first().map(|one| telling::direction_title(&matcher.dataset, one).to_string());
        let ranked = outcome.fits.first().filter(|_| outcome.verdict == Verdict::Ranked);
        let career = ranked.map(|fit| matcher.dataset.catalogue.get(fit.career).title.clone());
        open.leads = Some(direction.or(career).unwrap_or_default());
        true
    }

    /// What the answers say now; worked out once per change.
    pub fn current_outcome(&mut self) -> Option<Arc<Outcome>> {
        let interview = self.interview.as_ref()?;
        let given = interview.record().given.len();
        if self.cached.as_ref().is_none_or(|cached| cached.given != given) {
            let (outcome, quality) = (Arc::new(interview.outcome()), interview.quality());
            self.cached = Some(CachedOutcome { outcome, quality, given });
        }
        self.cached.as_ref().map(|cached| Arc::clone(&cached.outcome))
    }

    /// What the answers say, if it was worked out since the last change.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.cached.as_ref().map(|cached| cached.outcome.as_ref())
    }

    /// How far the answers can be trusted, if that was worked out since the last change.
    pub fn quality(&self) -> Option<&Quality> {
        self.cached.as_ref().map(|cached| &cached.quality)
    }

    /// Questions worth answering again.
    pub fn look_again(&self) -> &[QuestionId] {
        self.quality().map(|quality| quality.look_again.as_slice()).unwrap_or_default()
    }

    /// Works on the rank intervals for a slice of time; false when nothing is left to do.
    pub fn refine_rank_uncertainty(&mut self) -> bool {
        let Some(outcome) = self.current_outcome() else { return false };
        let Some(interview) = &self.interview else { return false };
        self.rank_uncertainty.refine(interview.matcher(), &outcome, interview.answers(), SLICE_OF_WORK)
    }

    /// Opens a session.
    pub fn open(&mut self, saved_session: SavedSession) {
        let Some(matcher) = self.matcher().cloned() else { return };
        self.cached = None;
        self.rank_uncertainty.forget();
        self.start_shown = false;
        self.say(saved_session.notes.join(" "));
        self.session = Some(saved_session.name);
        self.keeping = saved_session.keeping;
        self.interview = Some(Interview::new(Arc::clone(&matcher), saved_session.record, false));
        // beside the screen, or else the first look at a career would wait for it
        thread::spawn(move || _ = matcher.learned());
    }
}

impl Deref for AppContext {
    type Target = Shell;

    fn deref(&self) -> &Shell {
        &self.shell
    }
}

impl DerefMut for AppContext {
    fn deref_mut(&mut self) -> &mut Shell {
        &mut self.shell
    }
}
