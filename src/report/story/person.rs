//! The person: profile, areas, wishes, limits, and what they keep and plan.

use crate::fit::AreaView;
use crate::model::{Group, Kept, Kit, Plan, Profile, ScaleId, Strength};
use crate::report::outline::{Bar, Block, Chart, Dot, Picture, Section, Table};
use crate::report::whole::Whole;
use crate::report::words::{signed, tendency};

/// Careers named that just missed a limit.
const NEAR: usize = 8;

fn bars(profile: &Profile, kit: &Kit, group: Group) -> Vec<Bar> {
    let scales = group.range().filter_map(ScaleId::new);
    let bar = |scale: ScaleId| Bar {
        name: kit.scales.get(scale).name.clone(),
        estimate: profile.estimate(scale),
        sd: profile.sd(scale),
        answered: profile.answered[scale.index()],
    };
    scales.map(bar).collect()
}

fn table(caption: String, bars: &[Bar]) -> Table {
    let row = |bar: &Bar| {
        let from = if bar.answered { "your answers" } else { "guessed from the others" };
        vec![
            bar.name.clone(),
            signed(bar.estimate, 2),
            format!("{:.2}", bar.sd),
            tendency(bar.estimate).to_string(),
            from.to_string(),
        ]
    };
    let head = vec!["Scale", "Estimate", "May be off by", "In words", "From"];
    Table { caption, head, rows: bars.iter().map(row).collect() }
}

/// The six interests.
pub fn interests(profile: &Profile, kit: &Kit) -> Section {
    let bars = bars(profile, kit, Group::Interests);
    let mut section = Section::new("What you enjoy");
    section.push(Block::Chart(Chart {
        title: "Six interests".to_string(),
        says: "A hexagon with one corner for each interest; the further out the mark, the more you enjoy it compared \
               with other people."
            .to_string(),
        table: table("Six interests".to_string(), &bars),
        picture: Picture::Hexagon(bars),
    }));
    let meaning = Group::Interests.range().filter_map(ScaleId::new).map(|scale| {
        let scale = kit.scales.get(scale);
        format!("{}: {}", scale.name, scale.meaning)
    });
    section.points(meaning.collect());
    section
}

/// All scales of all groups.
pub fn profile(profile: &Profile, kit: &Kit) -> Section {
    let mut section = Section::new("Your whole profile");
    section.text(
        "Estimates are in standard deviations: 0 is the middle, +1 is clearly above it. The mark is the estimate, the \
         line how far it may be off (one standard deviation each way). Pale marks are guessed from the other answers.",
    );
    for group in Group::ALL {
        let mut bars = bars(profile, kit, group);
        bars.sort_by(|a, b| b.estimate.total_cmp(&a.estimate));
        let title = kit.scales.group(group).name.clone();
        section.push(Block::Chart(Chart {
            says: format!("{} estimates, the highest first, each with how far it may be off.", bars.len()),
            table: table(title.clone(), &bars),
            title,
            picture: Picture::Bars(bars),
        }));
    }
    section
}

/// The map of areas, once any area has answers.
pub fn areas(whole: &Whole<'_>) -> Option<Section> {
    let name = |view: &AreaView| whole.kit.scales.areas.get(view.area).map_or("", |area| area.name.as_str());
    let dot = |view: &AreaView| Some(Dot { name: name(view).to_string(), enjoy: view.enjoy?, good_at: view.good_at? });
    let shown = |value: Option<f64>| value.map_or("not known".to_string(), |value| format!("{value:.1}"));
    let row = |view: &AreaView| {
        vec![name(view).to_string(), shown(view.enjoy), shown(view.good_at), view.advice.words().to_string()]
    };
    let known = |view: &&AreaView| view.enjoy.is_some() || view.good_at.is_some();
    let rows: Vec<Vec<String>> = whole.areas.iter().filter(known).map(row).collect();
    let mut section = Section::new("The map of areas");
    section.push(Block::Chart(Chart {
        title: "Enjoying and being good at".to_string(),
        says: "Fields of activity, across by how much you enjoy them, upwards by how good you are at them. Top right: \
               do more. Bottom right: learn. Top left: you can, but are not keen. Bottom left: leave."
            .to_string(),
        picture: Picture::Areas(whole.areas.iter().filter_map(dot).collect()),
        table: Table {
            caption: "Areas, mean answers from 1 to 5".to_string(),
            head: vec!["Area", "Enjoy", "Good at", "What it says"],
            rows,
        },
    }));
    whole.areas.iter().any(|view| known(&view)).then_some(section)
}

/// What work should do now, and what it should bring.
pub fn wishes(whole: &Whole<'_>) -> Option<Section> {
    let (questionnaire, record) = (&whole.kit.questionnaire, whole.record);
    let mut section = Section::new("What work should do for you now");
    let slider = |slider: &crate::model::Slider| {
        let position = record.sliders.get(&slider.id)?;
        Some(vec![slider.low.clone(), format!("{position} of 5"), slider.high.clone()])
    };
    let rows: Vec<Vec<String>> = questionnaire.sliders.iter().filter_map(slider).collect();
    if !rows.is_empty() {
        section.text(whole.sentence().unwrap_or_default());
        let head = vec!["A job's side (1)", "You", "A career's side (5)"];
        section.push(Block::Table(Table { caption: "I want my work to".to_string(), head, rows }));
    }
    let goals = questionnaire.goals.iter().filter(|goal| record.goals.contains(&goal.id));
    let goals: Vec<&str> = goals.map(|goal| goal.text.as_str()).collect();
    section.pairs(vec![("What it should bring", goals.join(", "))]);
    (!section.blocks.is_empty()).then_some(section)
}

/// Limits, what each hid, and what just missed.
pub fn limits(whole: &Whole<'_>) -> Option<Section> {
    let set = whole.limits();
    let mut section = Section::new("Your limits, and what they hide");
    let row = |one: &crate::report::whole::Set<'_>| {
        let (firm, hides) = match one.strength {
            Strength::Must => ("must", format!("{} careers", one.hides)),
            Strength::Rather => ("would rather", "none, it only marks".to_string()),
        };
        vec![one.limit.text.clone(), one.choice.label.clone(), firm.to_string(), hides]
    };
    let head = vec!["Limit", "Set to", "How firmly", "It hides"];
    let rows = set.iter().map(row).collect();
    section.push(Block::Table(Table { caption: "Limits that are set".to_string(), head, rows }));
    let near = whole.limited.near.iter().take(NEAR).map(|(career, limit)| {
        format!("{}: just misses \"{}\"", whole.kit.catalogue.get(*career).title, whole.limit_text(limit))
    });
    let near: Vec<String> = near.collect();
    if !near.is_empty() {
        let mut part = Section::new("Careers that just miss one of them");
        part.points(near);
        section.push(Block::Part(part));
    }
    let loosen = whole.limited.loosen.as_deref().map(|id| whole.limit_text(id));
    section.text(loosen.map_or(String::new(), |limit| {
        format!("Few careers are left. Loosening \"{limit}\" would bring most of them back.")
    }));
    (!set.is_empty()).then_some(section)
}

/// Careers that are kept, with notes and plans.
pub fn plans(whole: &Whole<'_>) -> Option<Section> {
    let mut section = Section::new("Careers you keep, and your plans");
    for kept in &whole.record.kept {
        let title = whole.kit.catalogue.find(&kept.career).map(|id| whole.kit.catalogue.get(id).title.clone());
        let mut part = Section::new(title.unwrap_or_else(|| kept.career.clone()));
        part.pairs(said(kept));
        if part.blocks.is_empty() {
            part.quiet("Kept, with no note and no plan yet.");
        }
        section.push(Block::Part(part));
    }
    (!whole.record.kept.is_empty()).then_some(section)
}

fn said(kept: &Kept) -> Vec<(&'static str, String)> {
    let mut said = vec![("My note", kept.note.clone())];
    if let Some(Plan { why, doubt, ask, step, by, done }) = &kept.plan {
        let step = if *done && !step.is_empty() { format!("{step} (done)") } else { step.clone() };
        said.extend([
            ("Why it draws me", why.clone()),
            ("What I doubt", doubt.clone()),
            ("Whom I will ask, and what", ask.clone()),
            ("My first step", step),
            ("By which day", by.clone()),
        ]);
    }
    said
}
