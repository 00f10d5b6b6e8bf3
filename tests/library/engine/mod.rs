//! The engine by its promises: answers in, profile and ranking out.

mod learnt;
mod one_more;
mod pattern;

use crate::support::{answers, like, matcher, outcome};
use careerfit::assess::{Posterior, Retest, average_own_answers};
use careerfit::fit::Intervals;
use careerfit::model::{
    Answers, ByScale, Emphasis, Group, Matrix, QuestionId, RankInterval, Rating, Response, SCALE_COUNT, Verdict,
};
use proptest::prelude::*;

/// How many questions there are.
fn questions() -> usize {
    matcher().dataset.questionnaire.questions.len()
}

/// Any subset of the questions with any values, in any order.
fn anybody() -> impl Strategy<Value = Vec<(usize, u8)>> {
    let subset = proptest::sample::subsequence((0..questions()).collect::<Vec<_>>(), 0..=questions());
    subset.prop_shuffle().prop_flat_map(|chosen| {
        let values = proptest::collection::vec(1_u8..=5, chosen.len());
        values.prop_map(move |values| chosen.iter().copied().zip(values).collect())
    })
}

/// The posterior by one direct solve: a flat level is a regression on the part's column of ones.
fn direct(given: &Answers) -> (Vec<f64>, Matrix) {
    let matcher = matcher();
    let model = &matcher.measurement;
    let values: Vec<(QuestionId, u8)> = given.values().collect();
    let loads = |at: usize| &model.observation(values[at].0).loads;
    let prior = model.prior();
    let between = |scale: usize, at: usize| loads(at).iter().map(|(other, w)| w * prior.at(scale, *other)).sum::<f64>();
    let total = Matrix::from_fn(values.len(), |row, column| {
        let shared: f64 = loads(row).iter().map(|(scale, weight)| weight * between(*scale, column)).sum();
        shared + if row == column { model.observation(values[row].0).noise } else { 0.0 }
    });
    let solve = |right: &[f64]| total.solve(right).expect("positive definite");
    let parts: Vec<Vec<f64>> = (0..model.levels())
        .map(|part| {
            values
                .iter()
                .map(|(q, _)| f64::from(u8::from(model.observation(*q).level.is_some_and(|level| level == part))))
                .collect()
        })
        .filter(|ones: &Vec<f64>| ones.iter().any(|one| *one > 0.0))
        .collect();
    let solved: Vec<Vec<f64>> = parts.iter().map(|ones| solve(ones)).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let inner = Matrix::from_fn(parts.len(), |row, column| dot(&parts[row], &solved[column]));
    // Q v = V⁻¹ v - V⁻¹ B (Bᵀ V⁻¹ B)⁻¹ Bᵀ V⁻¹ v
    let without_level = |vector: &[f64]| -> Vec<f64> {
        let mut result = solve(vector);
        let along: Vec<f64> = solved.iter().map(|column| dot(column, vector)).collect();
        let weights = inner.solve(&along).expect("positive definite");
        for (column, weight) in solved.iter().zip(weights) {
            result.iter_mut().zip(column).for_each(|(value, part)| *value -= weight * part);
        }
        result
    };
    let y: Vec<f64> =
        values.iter().map(|(q, value)| f64::from(*value) * model.step() - model.observation(*q).usual).collect();
    let rows: Vec<Vec<f64>> =
        (0..SCALE_COUNT).map(|scale| (0..values.len()).map(|at| between(scale, at)).collect()).collect();
    let taken = without_level(&y);
    let mean = rows.iter().map(|row| dot(row, &taken)).collect();
    let reduced: Vec<Vec<f64>> = rows.iter().map(|row| without_level(row)).collect();
    (mean, Matrix::from_fn(SCALE_COUNT, |row, column| prior.at(row, column) - dot(&rows[row], &reduced[column])))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_posterior_is_that_of_a_direct_solve(person in anybody()) {
        let given = answers(person);
        let matcher = matcher();
        let posterior = Posterior::of(&matcher.measurement, &given);
        let (mean, covariance) = if given.is_empty() {
            (vec![0.0; SCALE_COUNT], matcher.measurement.prior().clone())
        } else {
            direct(&given)
        };
        for (scale, wanted) in mean.iter().enumerate() {
            prop_assert!((posterior.mean()[scale] - wanted).abs() < 1e-8);
            for other in 0..SCALE_COUNT {
                prop_assert!((posterior.covariances(scale)[other] - covariance.at(scale, other)).abs() < 1e-8);
            }
        }
    }

    #[test]
    fn the_covariance_stays_symmetric_and_positive_definite(person in anybody()) {
        let posterior = Posterior::of(&matcher().measurement, &answers(person));
        let covariance = Matrix::from_fn(SCALE_COUNT, |row, column| posterior.covariances(row)[column]);
        prop_assert_eq!(&covariance, &covariance.transpose());
        prop_assert!(covariance.cholesky().is_some());
    }

    #[test]
    fn adding_one_to_every_answer_of_a_part_changes_nothing_to_the_last_bit(person in anybody(), part in 0_usize..4) {
        let questionnaire = &matcher().dataset.questionnaire;
        let in_part = |question: usize| questionnaire.questions[question].part.index() == part;
        let low: Vec<(usize, u8)> = person.iter().map(|(q, v)| (*q, if in_part(*q) { (*v).min(4) } else { *v })).collect();
        let high = low.iter().map(|(q, v)| (*q, if in_part(*q) { v + 1 } else { *v }));
        let (before, after) = (outcome(&answers(low.clone())), outcome(&answers(high)));
        prop_assert_eq!(before.fits, after.fits);
        let bits = |estimate: ByScale<f64>| estimate.map(f64::to_bits);
        prop_assert_eq!(bits(before.profile.estimate), bits(after.profile.estimate));
    }

    #[test]
    fn the_order_of_answering_does_not_matter(person in anybody()) {
        let mut turned = person.clone();
        turned.reverse();
        prop_assert_eq!(outcome(&answers(person)).fits, outcome(&answers(turned)).fits);
    }

    #[test]
    fn never_had_the_chance_scores_like_a_skip(person in anybody(), untried in proptest::collection::vec(0..questions(), 0..60)) {
        let with = |mark: u8| answers(person.iter().map(|(q, v)| (*q, if untried.contains(q) { mark } else { *v })));
        prop_assert_eq!(outcome(&with(0)).fits, outcome(&with(9)).fits);
    }

    #[test]
    fn contributions_add_up_to_the_fit_and_fits_stay_in_range(person in anybody()) {
        let matcher = matcher();
        let result = outcome(&answers(person));
        for fit in result.fits.iter().step_by(97) {
            let sum: f64 = result.person.compute_contributions(&matcher.metric, fit.career).as_slice().iter().sum();
            let direct = result.person.direct().total(fit.career);
            prop_assert!((sum + direct - fit.score).abs() < 1e-9);
            prop_assert!(fit.score.abs() <= 100.0);
            let reasons = matcher.explain(&result, fit.career);
            let sides = reasons.speaks_for.iter().chain(&reasons.against).chain(&reasons.idle);
            let told: f64 = sides.map(|reason| reason.points).sum();
            prop_assert!((told + reasons.others.total() + direct - fit.score).abs() < 1e-9);
        }
    }

    #[test]
    fn answers_that_differ_always_give_a_whole_list(person in anybody()) {
        let result = outcome(&answers(person));
        let wanted = if result.verdict == Verdict::Ranked { matcher().dataset.catalogue.len() } else { 0 };
        prop_assert_eq!(result.fits.len(), wanted);
    }
}

#[test]
fn answers_all_alike_point_nowhere() {
    let questionnaire = &matcher().dataset.questionnaire;
    for value in 1..=5 {
        let alike = questionnaire.iter().map(|(id, question)| {
            let value = if question.is_reversed() { 6 - value } else { value };
            (id.index(), value)
        });
        let result = outcome(&answers(alike));
        assert_eq!(result.verdict, Verdict::NoDirection);
        assert!(result.fits.is_empty());
    }
    assert_eq!(outcome(&Answers::default()).verdict, Verdict::NoDirection);
    assert_eq!(outcome(&answers([(0, 5)])).verdict, Verdict::NoDirection);
}

#[test]
fn a_part_left_out_leaves_the_order_to_the_others_and_the_number_fades() {
    let nurse = like("29-1141.00");
    let questionnaire = &matcher().dataset.questionnaire;
    let first_part =
        nurse.iter().copied().filter(|(at, _)| questionnaire.questions[*at].part == questionnaire.questions[0].part);
    let interests = outcome(&answers(first_part));
    let all = outcome(&answers(nurse));
    assert!(interests.fits[0].score < all.fits[0].score);
    assert_eq!(interests.counted.values(), [true, false, true, false], "activities speak of interests and of subjects");
    let untold = interests.person.compute_contributions(&matcher().metric, interests.fits[0].career);
    assert!(
        Group::Skills.scales().chain(Group::Styles.scales()).all(|scale| untold[scale].to_bits() == 0),
        "exactly nothing"
    );
}

#[test]
fn two_answers_never_score_higher_than_a_full_questionnaire() {
    let many = outcome(&answers(like("29-1141.00")));
    let few = outcome(&answers([(0, 5), (1, 1)]));
    let most =
        matcher().dataset.catalogue.iter().map(|(id, _)| few.person.score(&matcher().metric, id)).fold(0.0, f64::max);
    assert!(most < many.fits[0].score, "{most} {}", many.fits[0].score);
    assert!(few.fits.is_empty(), "two answers are no list");
}

#[test]
fn a_reason_is_worded_from_the_own_answer() {
    let matcher = matcher();
    let person = answers((0..questions()).map(|question| (question, [1, 2, 3, 4, 5][question * 7 % 5])));
    let result = outcome(&person);
    for fit in &result.fits[..50] {
        let reasons = matcher.explain(&result, fit.career);
        for reason in reasons.speaks_for.iter().chain(&reasons.against) {
            let answer = result.own[reason.scale].expect("only answered scales are reasons");
            let plain = matcher.standardize(fit.career)[reason.scale];
            let (person_high, career_high) = (answer > 3.0, plain > 0.0);
            assert_eq!(reason.kind.is_for(), person_high == career_high);
        }
    }
}

#[test]
fn ones_own_answer_to_a_scale_is_the_mean_of_its_questions_with_reversed_ones_turned() {
    let questionnaire = &matcher().dataset.questionnaire;
    let values = |at: usize| 1 + u8::try_from(at * 3 % 5).expect("small");
    let asked = || (0..questionnaire.questions.len()).filter(|at| at % 4 != 1);
    let found = average_own_answers(questionnaire, &answers(asked().map(|at| (at, values(at)))));
    let turned = |at: usize| match f64::from(values(at)) {
        value if questionnaire.questions[at].is_reversed() => 6.0 - value,
        value => value,
    };
    for (scale, found) in found.iter() {
        let of_scale = asked().filter(|at| questionnaire.questions[*at].main_scale() == Some(scale));
        let all: Vec<f64> = of_scale.map(turned).collect();
        let wanted = (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64);
        assert_eq!(*found, wanted, "{scale:?}");
    }
    assert!(found.as_slice().iter().any(Option::is_none) && found.as_slice().iter().flatten().count() > 20);
}

#[test]
fn an_untried_skill_is_no_reason() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let person: Answers = questionnaire
        .iter()
        .map(|(id, question)| {
            let skill = questionnaire.part(question.part).id == "good-at";
            (id, if skill { Response::Untried } else { Response::Value(Rating::nearest(f64::from(id.0 % 5 + 1))) })
        })
        .collect();
    let result = outcome(&person);
    for fit in &result.fits {
        let reasons = matcher.explain(&result, fit.career);
        let told = reasons.speaks_for.iter().chain(&reasons.against);
        assert!(told.into_iter().all(|reason| reason.scale.group() != Group::Skills));
    }
}

#[test]
fn emphasis_re_ranks_and_balanced_is_the_default() {
    let person = answers((0..questions()).map(|question| (question, [1, 2, 3, 4, 5][question * 11 % 5])));
    let order = |emphasis| -> Vec<u16> {
        matcher().evaluate(&person, emphasis).fits.iter().take(10).map(|fit| fit.career.0).collect()
    };
    assert_eq!(order(Emphasis::default()), order(Emphasis::Balanced));
    assert_ne!(order(Emphasis::Balanced), order(Emphasis::Enjoy));
}

#[test]
fn a_retest_spreads_around_a_shrunken_estimate() {
    let matcher = matcher();
    let person = answers((0..questions()).map(|question| (question, [1, 2, 3, 4, 5][question * 3 % 5])));
    let posterior = Posterior::of(&matcher.measurement, &person);
    let retest = Retest::new(&matcher.measurement, &posterior, &person);
    let length = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>();
    assert!(length(&retest.mean) < length(posterior.mean()));
    assert!((0..SCALE_COUNT).all(|scale| retest.root.at(scale, scale) > 0.0));
}

#[test]
fn intervals_surround_the_first_place_and_repeat_to_the_bit() {
    let matcher = matcher();
    let person = answers(like("29-1141.00"));
    let result = outcome(&person);
    let careers = || result.fits.iter().map(|fit| fit.career);
    let drawn = || matcher.start_intervals(&result, &person).finish(&matcher.metric);
    let intervals = |drawn: Intervals| -> Vec<RankInterval> {
        careers().map(|career| drawn.find_interval(career).expect("an interval")).collect()
    };
    let all = intervals(drawn());
    assert_eq!(all, intervals(drawn()));
    assert!(all.iter().all(|interval| 1 <= interval.low && interval.low <= interval.high));
    let first = all[0];
    assert!(first.low <= 2 && first.high < 100, "{first:?}");
    let few = matcher.start_intervals(&result, &person).limit_to(careers().take(3)).finish(&matcher.metric);
    let of_few: Vec<_> = careers().take(4).map(|career| few.find_interval(career)).collect();
    assert_eq!(of_few, [Some(all[0]), Some(all[1]), Some(all[2]), None], "a few are ranked as among all");
}

#[test]
fn putting_oneself_in_a_good_light_changes_no_fit() {
    let questionnaire = &matcher().dataset.questionnaire;
    let questions = questionnaire.questions.iter().enumerate();
    let as_they_are: Vec<(usize, u8)> =
        questions.map(|(at, _)| (at, 2 + u8::try_from(at * 7 % 3).expect("small"))).collect();
    // what is pleasing to say lies higher where the question is asked as it is, and lower where it is asked the other way round
    let flattering = as_they_are.iter().map(|(at, value)| {
        let question = &questionnaire.questions[*at];
        match (questionnaire.part(question.part).id.as_str(), question.is_reversed()) {
            ("you", true) => (*at, value - 1),
            ("you", false) => (*at, value + 1),
            _ => (*at, *value),
        }
    });

    let (plain, flattering) = (outcome(&answers(as_they_are.iter().copied())), outcome(&answers(flattering)));
    assert!(questionnaire.questions.iter().any(careerfit::model::Question::is_reversed));
    for fit in &plain.fits {
        let other = flattering.find_fit(fit.career).expect("it is ranked too");
        assert!((fit.score - other.score).abs() < 1e-9, "{} became {}", fit.score, other.score);
    }
}

#[test]
fn few_answers_are_a_first_hint_and_many_say_weaker_where_it_is() {
    let person = like("13-2011.00");
    let bands = |count| -> Vec<&str> {
        let result = outcome(&answers(person.iter().copied().take(count)));
        result.fits.iter().map(|fit| fit.band.words()).collect()
    };
    assert!(bands(14).iter().all(|band| *band == "first hint"));
    let many = bands(person.len());
    assert_eq!((many[0], many[many.len() - 1]), ("strong", "weaker fit"));
    assert!(!many.contains(&"first hint"));
}

#[test]
fn without_answers_all_careers_are_equal_and_the_usual_answers_add_nothing_to_an_unasked_scale() {
    let result = outcome(&Answers::default());
    for (career, _) in matcher().dataset.catalogue.iter() {
        assert_eq!(result.person.score(&matcher().metric, career).abs().to_bits(), 0.0_f64.to_bits());
    }
}

#[test]
fn a_list_needs_twelve_answers_of_which_two_differ_within_their_part() {
    let questionnaire = &matcher().dataset.questionnaire;
    let plain: Vec<usize> =
        questionnaire.iter().filter(|(_, question)| !question.is_reversed()).map(|(id, _)| id.index()).collect();
    let given = |count: usize, odd: usize| {
        answers(plain[..count].iter().enumerate().map(|(at, question)| (*question, if at < odd { 5 } else { 3 })))
    };
    let verdict = |count, odd| outcome(&given(count, odd)).verdict;
    assert_eq!(verdict(11, 4), Verdict::NoDirection, "eleven answers");
    assert_eq!(verdict(12, 4), Verdict::Ranked);
    assert_eq!(verdict(40, 1), Verdict::NoDirection, "one odd answer among equals");
    assert_eq!(verdict(40, 2), Verdict::Ranked);
    for value in 1..=5 {
        let line = answers((0..questionnaire.questions.len()).map(|question| (question, value)));
        assert_eq!(outcome(&line).verdict, Verdict::NoDirection, "a straight line of {value}");
    }
}

#[test]
fn careers_that_fit_alike_share_a_rank() {
    let result = outcome(&answers(like("29-1141.00")));
    for (two, place) in result.fits.windows(2).zip(2..) {
        let same = (two[0].score - two[1].score).abs() < 1e-9;
        assert_eq!(two[1].rank, if same { two[0].rank } else { place });
    }
}

#[test]
fn no_answers_to_everything_leave_the_range_of_the_fit() {
    let matcher = matcher();
    let middle = answers((0..matcher.dataset.questionnaire.questions.len()).map(|question| (question, 3)));
    let result = outcome(&middle);
    let gains = Retest::compute_gains_by_question(&matcher.measurement, &result.information.posterior, &middle);
    let mut most: f64 = 0.0;
    for (career, _) in matcher.dataset.catalogue.iter() {
        let gradient = matcher.compute_gradient(career);
        let steps = gains.iter().map(|(_, gain)| {
            gradient.iter().zip(gain).map(|(gradient, gain)| gradient * gain).sum::<f64>().abs()
                * 2.0
                * matcher.measurement.step()
        });
        let reach = matcher.dataset.matching.points * steps.sum::<f64>();
        most = most.max(reach + result.person.score(&matcher.metric, career).abs());
    }
    assert!((50.0..100.0).contains(&most), "{most}");
}
