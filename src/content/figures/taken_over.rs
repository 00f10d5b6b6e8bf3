//! What somebody's own figures take over from a career, so that pages can say whose they are.

use crate::model::{Career, FigureSource, Figures, Group, Like, ScaleId, Scales};

/// So many changed ratings of a group are named; more are counted.
const MAX_NAMED: usize = 3;

/// What figures take over that are like a career's and name no source: that career's source goes with them.
pub fn find_taken_over(model: &Career, own: &Figures, scales: &Scales) -> Option<Like> {
    let of_model = &model.figures;
    let title = || format!("{} ({})", model.title, model.id);
    let (career, named) = match (&of_model.source, &of_model.like) {
        (_, Some(like)) => (like.career.clone(), like.named.clone()),
        (FigureSource::Published, None) => (title(), None),
        (FigureSource::Own(Some(named)), None) => (title(), Some(named.clone())),
        (FigureSource::Own(None), None) => return None,
    };

    let (mut ratings, mut facts) = (list_changed_ratings(of_model, own, scales), list_changed_facts(of_model, own));
    if let Some(like) = &of_model.like {
        add_missing(&mut ratings, &like.ratings);
        add_missing(&mut facts, &like.facts);
    }
    Some(Like { career, named, ratings, facts })
}

fn add_missing(named: &mut Vec<String>, more: &[String]) {
    let more: Vec<String> = more.iter().filter(|name| !named.contains(name)).cloned().collect();
    named.extend(more);
}

fn list_changed_ratings(model: &Figures, own: &Figures, scales: &Scales) -> Vec<String> {
    let is_changed = |scale: &ScaleId| model.ratings.get(scale.index()) != own.ratings.get(scale.index());
    Group::ALL
        .into_iter()
        .flat_map(|group| {
            let changed = group.scales().filter(is_changed);
            let names: Vec<String> = changed.map(|scale| scales.get(scale).name.to_lowercase()).collect();
            match names.len() {
                ..=MAX_NAMED => names,
                count => vec![format!("{count} of the {}", group.name())],
            }
        })
        .collect()
}

fn list_changed_facts(model: &Figures, own: &Figures) -> Vec<String> {
    let training = |figures: &Figures| (figures.zone, figures.education, figures.experience, figures.training);
    let facts = [
        ("training", training(model) != training(own)),
        ("work context", model.context != own.context),
        ("pay", own.pay.is_some()),
        ("outlook", own.outlook.is_some()),
    ];
    facts.into_iter().filter(|(_, is_own)| *is_own).map(|(name, _)| name.to_string()).collect()
}
