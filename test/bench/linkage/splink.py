"""Links FEBRL 4 and the historical persons with Splink, by the settings that its own documentation recommends.

pip install splink==5.0.0 duckdb==2.0.1 pandas==3.1.1; python test/bench/linkage/splink.py

Prints, for each set, precision, recall and F1 of pairs at a probability of 0.5 and 0.9, and at the threshold that is best in hindsight.
"""

import sys
import time
from pathlib import Path

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FIXTURES = Path(__file__).parents[2] / "fixtures" / "linkage"


def measured(name, pairs, true_pairs, is_true):
    """Prints the measures of scored pairs."""
    pairs = pairs.assign(right=is_true(pairs)).sort_values("match_probability", ascending=False)
    right = pairs["right"].cumsum()
    f1 = 2 * right / (pd.Series(range(1, len(pairs) + 1), index=pairs.index) + true_pairs)
    print(f"{name}: {true_pairs} true pairs, {len(pairs)} scored, {int(pairs['right'].sum())} of them true")
    for threshold in (0.5, 0.9):
        found = pairs[pairs["match_probability"] >= threshold]
        hits = int(found["right"].sum())
        print(
            f"  at {threshold}: precision {hits / len(found):.4f} recall {hits / true_pairs:.4f} "
            f"F1 {2 * hits / (len(found) + true_pairs):.4f}"
        )
    print(f"  best: F1 {f1.max():.4f} at {pairs.loc[f1.idxmax(), 'match_probability']:.4f}", flush=True)


def trained(data, settings, deterministic, recall, passes):
    api = DuckDBAPI()
    linker = Linker([api.register(each) for each in data], settings)
    linker.training.estimate_probability_two_random_records_match(deterministic, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in passes:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return linker


def historical():
    rows = pd.read_csv(FIXTURES / "historical-50k.csv.gz", dtype=str)
    rows["first_name_surname_concat"] = rows["first_name"] + " " + rows["surname"]
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake, 1, 3)", "dob"),
            block_on("substr(postcode_fake, 1, 3)", "first_name"),
            block_on("substr(postcode_fake, 1, 3)", "surname"),
            block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name",
                "surname",
                forename_surname_concat_col_name="first_name_surname_concat",
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=False,
    )
    linker = trained(
        [rows],
        settings,
        [
            "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
        ],
        0.6,
        [block_on("first_name", "surname"), block_on("dob")],
    )
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    person = rows.set_index("unique_id")["cluster"]
    sizes = rows.groupby("cluster").size()
    measured(
        "historical-50k",
        pairs,
        int((sizes * (sizes - 1) // 2).sum()),
        lambda p: p["unique_id_l"].map(person).values == p["unique_id_r"].map(person).values,
    )


def febrl():
    lists = []
    for name in ("febrl4a", "febrl4b"):
        rows = pd.read_csv(FIXTURES / f"{name}.csv.gz", dtype=str, skipinitialspace=True)
        rows["person"] = rows["rec_id"].str.extract(r"rec-(\d+)-")[0]
        rows["source"] = name
        lists.append(rows.rename(columns={"rec_id": "unique_id"}))
    settings = SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode", "surname"),
        ],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
        ],
    )
    linker = trained(
        lists,
        settings,
        [
            "l.soc_sec_id = r.soc_sec_id",
            "l.given_name = r.given_name and l.surname = r.surname and l.date_of_birth = r.date_of_birth",
        ],
        0.9,
        [block_on("date_of_birth"), block_on("postcode")],
    )
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    person = pd.concat(lists).set_index("unique_id")["person"]
    measured(
        "FEBRL 4",
        pairs,
        5000,
        lambda p: p["unique_id_l"].map(person).values == p["unique_id_r"].map(person).values,
    )


if __name__ == "__main__":
    for run in (febrl, historical):
        started = time.time()
        run()
        print(f"  {time.time() - started:.0f} s", file=sys.stderr)
