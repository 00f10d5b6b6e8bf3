//! Small dense matrices of the measurement model: at most a few hundred rows.

/// A square matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    size: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// All zero.
    pub fn zeros(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    /// One on the diagonal.
    pub fn identity(size: usize) -> Self {
        Self::from_fn(size, |row, column| f64::from(u8::from(row == column)))
    }

    /// Filled by row and column.
    pub fn from_fn(size: usize, mut value: impl FnMut(usize, usize) -> f64) -> Self {
        let values = (0..size * size).map(|at| value(at / size, at % size)).collect();
        Self { size, values }
    }

    /// Number of rows.
    pub fn size(&self) -> usize {
        self.size
    }

    /// All values, row by row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// One value.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    /// One value, to change.
    pub fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.values[row * self.size + column]
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.size..(row + 1) * self.size]
    }

    /// One row, to change.
    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.values[row * self.size..(row + 1) * self.size]
    }

    /// Matrix times column vector.
    pub fn multiply(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| dot(self.row(row), vector)).collect()
    }

    /// Rows and columns exchanged.
    #[must_use]
    pub fn transpose(&self) -> Self {
        Self::from_fn(self.size, |row, column| self.at(column, row))
    }

    /// The lower triangle `L` with `L Lᵀ` = this, or `None` where the matrix is not positive definite.
    pub fn cholesky(&self) -> Option<Self> {
        let mut lower = Self::zeros(self.size);
        for row in 0..self.size {
            for column in 0..=row {
                let known = dot(&lower.row(row)[..column], &lower.row(column)[..column]);
                let rest = self.at(row, column) - known;
                if row == column && rest <= 0.0 {
                    return None;
                }
                *lower.at_mut(row, column) = if row == column { rest.sqrt() } else { rest / lower.at(column, column) };
            }
        }

        Some(lower)
    }

    /// Solves `self · x = right` for a lower triangle.
    pub fn solve_lower(&self, right: &[f64]) -> Vec<f64> {
        let mut x = right.to_vec();
        for row in 0..self.size {
            x[row] = (x[row] - dot(&self.row(row)[..row], &x[..row])) / self.at(row, row);
        }
        x
    }

    /// Solves `self · x = right` for a positive definite matrix; `None` where it is not.
    pub fn solve(&self, right: &[f64]) -> Option<Vec<f64>> {
        let lower = self.cholesky()?;
        let mut x = lower.solve_lower(right);

        // upwards through the transposed triangle, whose rows are the columns of this one
        for row in (0..self.size).rev() {
            let known: f64 = (row + 1..self.size).map(|below| lower.at(below, row) * x[below]).sum();
            x[row] = (x[row] - known) / lower.at(row, row);
        }
        Some(x)
    }

    /// The inverse of a lower triangle.
    #[must_use]
    pub fn lower_inverse(&self) -> Self {
        let mut root = Self::zeros(self.size);
        let mut sums = vec![0.0; self.size];

        for row in 0..self.size {
            sums[..row].fill(0.0);
            root.add_rows(&mut sums[..row], 0, self.row(row)[..row].iter().copied());

            let scale = 1.0 / self.at(row, row);
            for (value, sum) in root.row_mut(row)[..row].iter_mut().zip(&sums) {
                *value = -scale * sum;
            }
            *root.at_mut(row, row) = scale;
        }

        root
    }

    /// The inverse of a positive definite matrix; `None` where it is not.
    pub fn inverse(&self) -> Option<Self> {
        let root = self.cholesky()?.lower_inverse();
        let mut inverse = Self::zeros(self.size);

        for row in 0..self.size {
            let factors = (row..self.size).map(|below| root.at(below, row));
            root.add_rows(&mut inverse.row_mut(row)[..=row], row, factors);

            // the inverse is symmetric, so that one half is enough
            for column in 0..row {
                *inverse.at_mut(column, row) = inverse.at(row, column);
            }
        }
        Some(inverse)
    }

    /// Adds so many times each row from `first` on of a lower triangle; four at once, since sums are read and written as
    /// slowly as rows are.
    fn add_rows(&self, sums: &mut [f64], first: usize, factors: impl Iterator<Item = f64>) {
        let factors: Vec<f64> = factors.collect();
        for (four, row) in factors.chunks(4).zip((first..).step_by(4)) {
            let reach = sums.len().min(row + four.len());
            let sums = &mut sums[..reach];
            // past the last row the last one is taken again, with a factor of nothing
            let [a, b, c, d] = [0, 1, 2, 3].map(|more| &self.row((row + more).min(self.size - 1))[..reach]);
            let [p, q, r, s] = [0, 1, 2, 3].map(|more| four.get(more).copied().unwrap_or_default());

            for (at, sum) in sums.iter_mut().enumerate() {
                *sum += (p * a[at] + q * b[at]) + (r * c[at] + s * d[at]);
            }
        }
    }

    /// Eigenvalues and, row by row, their unit eigenvectors of a symmetric matrix, by cyclic Jacobi rotations
    /// (Golub, Van Loan, section 8.5).
    pub fn eigen(&self) -> (Vec<f64>, Self) {
        let mut rest = self.clone();
        let mut vectors = Self::identity(self.size);

        // some ten sweeps are enough: the bound only ends what never converges
        for _ in 0..60 {
            let off: f64 = (0..self.size).map(|r| (0..r).map(|c| rest.at(r, c).powi(2)).sum::<f64>()).sum();
            if off < 1e-22 * self.size as f64 {
                break;
            }

            for p in 0..self.size {
                for q in p + 1..self.size {
                    rotate(&mut rest, &mut vectors, p, q);
                }
            }
        }

        ((0..self.size).map(|at| rest.at(at, at)).collect(), vectors)
    }

    /// The symmetric matrix `S` with `S · S` = the inverse of this positive definite one, by its eigenvectors.
    #[must_use]
    pub fn inverse_square_root(&self) -> Self {
        let (values, vectors) = self.eigen();
        let mut root = Self::zeros(self.size);

        for (at, value) in values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
            let vector = vectors.row(at);
            for (row, along) in vector.iter().enumerate() {
                add(root.row_mut(row), along / value.sqrt(), vector);
            }
        }
        root
    }
}

/// The sum of products, in eight partial sums so that it runs wide.
pub fn dot<A: Copy + Into<f64>, B: Copy + Into<f64>>(a: &[A], b: &[B]) -> f64 {
    let product = |x: A, y: B| x.into() * y.into();
    let mut sums = [0.0; 8];
    let (a_wide, b_wide) = (a.chunks_exact(8), b.chunks_exact(8));
    let tail: f64 = a_wide.remainder().iter().zip(b_wide.remainder()).map(|(x, y)| product(*x, *y)).sum();

    for (x, y) in a_wide.zip(b_wide) {
        for lane in 0..8 {
            sums[lane] += product(x[lane], y[lane]);
        }
    }

    sums.iter().sum::<f64>() + tail
}

/// Adds so many times a vector to sums.
pub fn add(sums: &mut [f64], factor: f64, vector: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(vector) {
        *sum += factor * value;
    }
}

/// One Jacobi rotation that clears `(p, q)`; `vectors` holds eigenvectors as rows.
fn rotate(rest: &mut Matrix, vectors: &mut Matrix, p: usize, q: usize) {
    let off = rest.at(p, q);
    if off.abs() < 1e-300 {
        return;
    }

    let theta = (rest.at(q, q) - rest.at(p, p)) / (2.0 * off);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    // signum tells minus zero from zero; here both count as positive
    let t = if theta == 0.0 { 1.0 } else { t };
    let cos = 1.0 / (t * t + 1.0).sqrt();
    let sin = t * cos;

    for k in 0..rest.size {
        let (a, b) = (rest.at(k, p), rest.at(k, q));
        *rest.at_mut(k, p) = cos * a - sin * b;
        *rest.at_mut(k, q) = sin * a + cos * b;
    }

    // eigenvectors are held as rows, so that they turn as the rows of the matrix do
    for matrix in [rest, vectors] {
        for k in 0..matrix.size {
            let (a, b) = (matrix.at(p, k), matrix.at(q, k));
            *matrix.at_mut(p, k) = cos * a - sin * b;
            *matrix.at_mut(q, k) = sin * a + cos * b;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::random::Random;

    fn positive_definite(size: usize, least: f64) -> Matrix {
        let mut random = Random::new(3);
        let root = Matrix::from_fn(size, |_, _| random.normal());
        let mut square = Matrix::from_fn(size, |r, c| dot(root.row(r), root.row(c)) / size as f64);
        for at in 0..size {
            *square.at_mut(at, at) += least;
        }
        square
    }

    fn product(a: &Matrix, b: &Matrix) -> Matrix {
        Matrix::from_fn(a.size, |row, column| (0..a.size).map(|at| a.at(row, at) * b.at(at, column)).sum())
    }

    fn far_apart(a: &Matrix, b: &Matrix) -> f64 {
        a.values.iter().zip(&b.values).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max)
    }

    #[test]
    fn inverse_square_root_whitens() {
        for (size, least, far) in [(6, 0.5, 1e-12), (35, 0.5, 1e-12), (35, 0.01, 1e-10)] {
            let matrix = positive_definite(size, least);
            let root = matrix.inverse_square_root();
            let white = product(&product(&root, &matrix), &root);

            let found = far_apart(&white, &Matrix::identity(size));
            assert!(found < far, "{size} {least}: {found:e}");
            assert!(far_apart(&root, &root.transpose()) < 1e-15);
        }
    }

    #[test]
    fn eigenvectors_put_the_matrix_together_again() {
        let matrix = positive_definite(30, 0.5);
        let (values, vectors) = matrix.eigen();
        let again = Matrix::from_fn(30, |r, c| (0..30).map(|k| values[k] * vectors.at(k, r) * vectors.at(k, c)).sum());
        assert!(far_apart(&again, &matrix) < 1e-9);
    }

    #[test]
    fn cholesky_and_solve_agree_with_the_product() {
        let matrix = positive_definite(20, 0.5);
        let wanted: Vec<f64> = (0..20).map(f64::from).collect();
        let solved = matrix.solve(&matrix.multiply(&wanted)).expect("positive definite");
        assert!(solved.iter().zip(&wanted).all(|(x, y)| (x - y).abs() < 1e-9));
    }

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let matrix = positive_definite(35, 0.5);
        let inverse = matrix.inverse().expect("positive definite");
        assert!(far_apart(&product(&matrix, &inverse), &Matrix::identity(35)) < 1e-9);
    }

    #[test]
    fn an_indefinite_matrix_has_no_cholesky_root() {
        assert_eq!(Matrix::from_fn(2, |r, c| if r == c { 1.0 } else { 2.0 }).cholesky(), None);
    }
}
