"""JSON-LD read back as RDF by rdflib."""

import datetime
import json
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib
from rdflib.namespace import RDF

from graph.exports import export
from graph.exports.json_ld import terms
from graph.schema import load_schema
from graph.store import Store, Value
from tests.graph.nasty import whole
from tests.graph.samples import EAST, PLANS, unit_id

# rdflib warns of its own use of a class of its own.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
ATLAS = rdflib.Namespace("urn:reform-atlas:term:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SDO = rdflib.Namespace("https://schema.org/")
XSD = rdflib.Namespace("http://www.w3.org/2001/XMLSchema#")
NODE = "urn:reform-atlas:node:"
KINDS = {int: XSD.integer, float: XSD.double, bool: XSD.boolean, datetime.date: XSD.date}


@pytest.fixture
def rdf(nasty: Store, tmp_path: Path) -> rdflib.Graph:
    export(nasty, "jsonld", tmp_path / "g.jsonld")
    return rdflib.Graph().parse(tmp_path / "g.jsonld", format="json-ld")


def literals(rdf: rdflib.Graph, subject: rdflib.IdentifiedNode) -> dict[str, rdflib.Literal]:
    pairs = [(str(p), o) for p, o in rdf.predicate_objects(subject) if isinstance(o, rdflib.Literal)]
    assert max(Counter(name for name, _ in pairs).values()) == 1
    return dict(pairs)


def predicate(name: str) -> str:
    prefix, _, rest = terms()["properties"].get(name, f"atlas:{name}").partition(":")
    return str(terms()["prefixes"][prefix]) + rest


def literal(value: Value) -> rdflib.Literal:
    return rdflib.Literal(value, datatype=KINDS.get(type(value)))


def test_every_property_is_read_back_with_its_type(nasty: Store, rdf: rdflib.Graph) -> None:
    for name, rows in whole(nasty).items():
        if "-" in name:
            continue
        for row in rows:
            subject = rdflib.URIRef(f"{NODE}{name}:{quote(str(row['id']), safe='')}")
            assert (subject, RDF.type, ATLAS[name]) in rdf
            expected = {predicate(key): literal(value) for key, value in row.items() if value is not None}
            found = literals(rdf, subject)
            assert {key: (str(v), v.datatype) for key, v in found.items()} == {
                key: (str(v), v.datatype) for key, v in expected.items()
            }


def test_every_relation_is_a_node_with_its_words(nasty: Store, rdf: rdflib.Graph) -> None:
    for name in load_schema().relation_types:
        assert len(set(rdf.subjects(RDF.type, ATLAS[name]))) == nasty.statistics()[name], name
    asked = """
        SELECT ?unit ?evidence WHERE {
            ?role a atlas:LEADS ; atlas:source/schema:name ?unit ;
                atlas:evidence ?evidence ; atlas:confidence ?sure .
            FILTER(?sure > 0.5 && datatype(?sure) = xsd:double)
        }"""
    found = rdf.query(asked, initNs={"atlas": ATLAS, "schema": SDO, "xsd": XSD})
    rows = nasty.query("MATCH (u:Unit)-[r:LEADS]->(:Item) RETURN u.name AS unit, r.evidence AS e").rows
    assert sorted(tuple(map(str, row)) for row in found) == sorted(rows)


def test_public_vocabularies_say_the_same(rdf: rdflib.Graph) -> None:
    plan = rdflib.URIRef(f"{NODE}Plan:{PLANS[0].id}")
    assert (plan, RDF.type, PROV.Entity) in rdf
    [source] = rdf.objects(plan, PROV.wasDerivedFrom)
    assert (source, RDF.type, SDO.DigitalDocument) in rdf
    assert len(set(rdf.objects(plan, SDO.hasPart))) > len(PLANS[0].items)
    office = rdflib.URIRef(f"{NODE}Unit:{unit_id(EAST, '编办')}")
    led = set(rdf.subjects(SDO.agent, office))
    assert {str(name) for item in led for name in rdf.objects(item, SDO.name)} == {
        "整合办事窗口",
        "公开预算",
        "核定编制",
    }


def test_terms_are_of_the_schema() -> None:
    schema = load_schema()
    assert set(terms()["nodes"]) <= set(schema.nodes)
    assert set(terms()["relations"]) <= set(schema.relation_types)
    used = [*(t for types in terms()["nodes"].values() for t in types)]
    used += [*terms()["properties"].values(), *(each["term"] for each in terms()["relations"].values())]
    assert {term.partition(":")[0] for term in used} <= set(terms()["prefixes"])


def test_it_is_json_of_a_node_a_line(loaded: Store, tmp_path: Path) -> None:
    export(loaded, "jsonld", tmp_path / "g")
    lines = (tmp_path / "g").read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line.removesuffix(",")) for line in lines[2:-1])
    assert set(json.loads("\n".join(lines))) == {"@context", "@graph"}
