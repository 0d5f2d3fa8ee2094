# Everything here also works without make: python3 tools/bootstrap.py <target>.
PYTHON ?= python3
DO := @exec $(PYTHON) tools/bootstrap.py

# PORT, HOST, WORKERS, CHAMBER_DATA and the other settings may stand in the environment or on make's
# command line: make hands both on to the program (chamber/settings.py has them all).

.PHONY: help run install test check bench mutants walk faults once fuzz tamper migrate audit lock
help:
	@echo 'Use it'
	@echo '  make run      serve a filled demonstration on http://127.0.0.1:8000'
	@echo '                (PORT=, HOST=, WORKERS=, CHAMBER_DATA= change that)'
	@echo '  make migrate  bring the database of DATABASE_URL up to date'
	@echo '  make audit    judge every act of the record again'
	@echo 'Work on it'
	@echo '  make install  make .venv with all that the tests need'
	@echo '  make test     the whole test-suite'
	@echo '  make check    lint, format, types, and the tests of the house itself'
	@echo '  make bench    the speed goals, measured'
	@echo '  make mutants  break the law in a copy, and list what no test noticed'
	@echo '  make walk     100,000 acts at random, each compared with the law (SEED= repeats one)'
	@echo '  make once     100,000 ballots in bad weather, and two clerks at once, 5,000 times each pair'
	@echo '  make fuzz     1,050,000 hostile requests: does anything break? (SEED= repeats them)'
	@echo '  make tamper   100,000 changed bundles of the record: is one taken for it? (SEED=)'
	@echo '  make faults   kill, cut the power, cancel; nothing acknowledged may be lost (SEED=, KILLS= …)'
	@echo '  make lock     write requirements*.lock again from pyproject.toml (needs uv)'

run install test check bench mutants walk faults once fuzz tamper migrate audit:
	$(DO) $@

lock:
	@tools/lock.sh
