#!/usr/bin/env python3
"""Makes baselines.json: the models of Sources/Descent/Baselines by scikit-learn on the shipped breast tumours.

Usage: python3 make_baseline_fixtures.py     (needs scikit-learn from PyPI; the file names its version)

Fitted to the first 250 tumours (no feature has more than 250 values then, and the histograms of scikit-learn's boosting
look at all thresholds) and read on the other 319; class 1 is malignant. Weighted fits give each positive a weight of 3.
"""
import json, pathlib
import numpy as np
import sklearn
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, precision_score, recall_score
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

HERE = pathlib.Path(__file__).parent
table = np.loadtxt(HERE.parents[2] / "Sources/Datasets/Resources/breast-cancer.csv", delimiter=",", skiprows=1)
x, y = table[:, :30], 1 - table[:, 30].astype(int)
x_train, y_train, x_test, y_test = x[:250], y[:250], x[250:], y[250:]
scaler = StandardScaler().fit(x_train)
weights = np.where(y_train == 1, 3.0, 1.0)
ROUNDS = 40


def boosting(depth):
    return HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=0.1, max_depth=depth, max_leaf_nodes=None, min_samples_leaf=1, early_stopping=False)


def case(model, scaled=False, weighted=False):
    train, test = (scaler.transform(x_train), scaler.transform(x_test)) if scaled else (x_train, x_test)
    model.fit(train, y_train, sample_weight=weights if weighted else None)
    p, predicted = model.predict_proba(test), model.predict(test)
    result = {"training": model.predict_proba(train)[:, 1].tolist(), "probabilities": p[:, 1].tolist(), "predicted": predicted.tolist(), "logLoss": log_loss(y_test, p),
              "recall": recall_score(y_test, predicted),
              "precision": precision_score(y_test, predicted, zero_division=0)}
    if isinstance(model, LogisticRegression):
        result["weights"], result["intercept"] = model.coef_[0].tolist(), model.intercept_[0]
    if isinstance(model, DecisionTreeClassifier):
        result["feature"], result["threshold"] = int(model.tree_.feature[0]), float(model.tree_.threshold[0])
    return result


content = {"scikitLearn": sklearn.__version__, "rounds": ROUNDS, "cases": {}}
for name, weighted in (("", False), (" weighted", True)):
    cases = content["cases"]
    cases["majority" + name] = case(DummyClassifier(strategy="prior"), weighted=weighted)
    for depth in (1, 2):
        cases[f"tree {depth}{name}"] = case(DecisionTreeClassifier(max_depth=depth, random_state=0), weighted=weighted)
    for strength in (1.0, 100.0):
        cases[f"regression {strength:g}{name}"] = case(
            LogisticRegression(C=1 / strength, solver="newton-cholesky", tol=1e-12, max_iter=200), True, weighted)
    for depth in (1, 2, 3):
        cases[f"boosting {depth}{name}"] = case(boosting(depth), weighted=weighted)
HERE.joinpath("baselines.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
