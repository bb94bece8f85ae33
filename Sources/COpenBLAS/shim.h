#include <stddef.h>

#include <cblas.h>

// LAPACK, which is part of OpenBLAS: its own header is a package of its own and would bring C's complex numbers along.
// Fortran passes everything by address, and the lengths of texts at the end.

/// The eigenvalues of a general matrix.
void dgeev_(
    const char *left_vectors, const char *right_vectors, const blasint *n, double *a, const blasint *lda,
    double *real_parts, double *imaginary_parts, double *vl, const blasint *ldvl, double *vr, const blasint *ldvr,
    double *work, const blasint *work_count, blasint *info, size_t left_length, size_t right_length);

/// The singular values of a general matrix.
void dgesvd_(
    const char *left_vectors, const char *right_vectors, const blasint *m, const blasint *n, double *a,
    const blasint *lda, double *values, double *u, const blasint *ldu, double *vt, const blasint *ldvt, double *work,
    const blasint *work_count, blasint *info, size_t left_length, size_t right_length);

/// The solution of a system of linear equations, which takes the place of b.
void dgesv_(
    const blasint *n, const blasint *right_sides, double *a, const blasint *lda, blasint *pivots, double *b,
    const blasint *ldb, blasint *info);

/// The shortest solution of a system of linear equations in the sense of least squares, which takes the place of b.
void dgelsd_(
    const blasint *m, const blasint *n, const blasint *right_sides, double *a, const blasint *lda, double *b,
    const blasint *ldb, double *singular_values, const double *rank_tolerance, blasint *rank, double *work,
    const blasint *work_count, blasint *whole_work, blasint *info);

/// The Cholesky triangle of a symmetric positive definite matrix, which takes the place of that triangle of a.
void dpotrf_(
    const char *triangle, const blasint *n, double *a, const blasint *lda, blasint *info, size_t triangle_length);
