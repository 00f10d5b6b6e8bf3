//! Shares the work of an audit out among all cores.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What `of` gives for each number below `count`, in their order.
pub fn run_on_all_cores<T: Send>(count: usize, of: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return;
            }
            let given = of(at);
            done.lock().unwrap_or_else(PoisonError::into_inner).insert(at, given);
        }
    };

    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_back_is_in_order_and_whole() {
        assert_eq!(run_on_all_cores(1000, |at| at * 2), (0..1000).map(|at| at * 2).collect::<Vec<usize>>());
        assert_eq!(run_on_all_cores(0, |at| at), Vec::<usize>::new());
    }
}
