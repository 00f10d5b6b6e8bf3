//! Products of whole matrices, by a library that multiplies them in blocks.

use crate::model::Matrix;
use ndarray::{ArrayView2, aview2};

/// A matrix as that library takes it.
pub fn view_as_array(matrix: &Matrix) -> ArrayView2<'_, f64> {
    let shape = (matrix.size(), matrix.size());
    ArrayView2::from_shape(shape, matrix.values()).unwrap_or_else(|_| aview2::<f64, 0>(&[]))
}

/// The product of two square matrices of the same size.
pub fn multiply(one: &Matrix, other: &Matrix) -> Matrix {
    let product = view_as_array(one).dot(&view_as_array(other));
    Matrix::from_fn(one.size(), |row, column| product[(row, column)])
}
