# Two commands make everything: `make plots` and `make test`. Each first installs what is missing.

# The lessons are the folders Lessons/NN-Name; the program of Lessons/04-… is Lesson04.
NUMBERS := $(foreach folder,$(notdir $(wildcard Lessons/[0-9][0-9]-*)),$(firstword $(subst -, ,$(folder))))
PROGRAMS := .build/debug
STAMPS := .build/plots

.NOTPARALLEL: # a lesson uses all cores by itself
.SECONDEXPANSION:
.PHONY: help plots run-lessons test lint bench bench-peers dependencies always

help: ## Name the targets (what a plain `make` does)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

plots: dependencies ## Build, run each lesson whose program changed, redraw its figures, and write the gallery
	swift build
	@$(MAKE) --no-print-directory --keep-going run-lessons

test: dependencies ## Build and run all tests
	swift test

lint: ## Check the style of code, scripts and pages
	swift format lint --strict --parallel --recursive Package.swift Sources Lessons Tests Benchmarks
	.ci/lint-text

# Where OPENBLAS_CORETYPE is set, OpenBLAS may be held to an older processor's loops.
bench: dependencies ## Time the reference training steps, their matrix products alone, and whole trainings of two lessons
	swift build --product TrainingSteps
	@echo '# 1 thread'; env -u OPENBLAS_CORETYPE $(PROGRAMS)/TrainingSteps
	@echo '# 2 threads'; env -u OPENBLAS_CORETYPE $(PROGRAMS)/TrainingSteps --threads 2
	@echo '# 2 trainings side by side, as a multiple of one'; env -u OPENBLAS_CORETYPE $(PROGRAMS)/TrainingSteps --together 2
	@echo '# whole trainings of lessons, in seconds'; env -u OPENBLAS_CORETYPE $(PROGRAMS)/TrainingSteps --trainings

PYTHON ?= python3

bench-peers: dependencies ## The steps in PyTorch and JAX in alternation, ratios and targets (PYTHON=… names one that has both)
	swift build --product TrainingSteps
	@$(PYTHON) Benchmarks/peers.py $(PROGRAMS)/TrainingSteps

dependencies: ## Install gnuplot, gnuplot-iostream, OpenBLAS and Open MPI where they are missing
	@Scripts/install-dependencies

# Looked at only after the build, when the programs' dates are right.
run-lessons: $(NUMBERS:%=$(STAMPS)/Lesson%)
	$(PROGRAMS)/Course --readme README.md

# A stamp is newer than the program whose run it stands for, and than the page of that run: a page that is missing, or
# that was written since with other options, is written again.
$(STAMPS)/Lesson%: $(PROGRAMS)/Lesson% $$(or $$(wildcard plots/$$*-*/README.md),always)
	$< > /dev/null
	@mkdir -p $(STAMPS)
	@touch $@
