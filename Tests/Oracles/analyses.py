#!/usr/bin/env python3
"""Compares every network analysis of Entente with networkx and igraph.

    python3 -m pip install networkx igraph numpy scipy
    python3 Tests/Oracles/analyses.py [--entente .build/release/entente] [--graphs 50] [--seed 1]

Takes the graphs of `Graphs/` and random ones: directed or not, weighted or not, connected or not, with loops, and
empty. Deterministic measures must agree to 1e-9, communities by modularity to 1 %. Prints the greatest difference of
each measure, and exits with 1 where one is too great.
"""
import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx as nx
import numpy as np

warnings.filterwarnings("ignore")
package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
parser = argparse.ArgumentParser()
parser.add_argument("--entente", default=os.path.join(package, ".build", "debug", "entente"))
parser.add_argument("--graphs", type=int, default=50)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()

differences, problems = {}, []


class Case:
    """A graph as a file, and as networkx has it."""

    def __init__(self, name, path, nodes, edges, directed, weighted):
        self.name, self.path, self.nodes, self.edges, self.directed = name, path, nodes, edges, directed
        self.weight = "weight" if weighted else None
        self.graph = nx.DiGraph() if directed else nx.Graph()
        self.multi = nx.MultiGraph()
        for graph in (self.graph, self.multi):
            graph.add_nodes_from(nodes)
        for source, target, weight, both in edges:
            for a, b in [(source, target), (target, source)] if both else [(source, target)]:
                # Of parallel relationships the first counts.
                if not self.graph.has_edge(a, b):
                    self.graph.add_edge(a, b, weight=weight)
            self.multi.add_edge(source, target)
        self.loopless = self.graph.copy()
        self.loopless.remove_edges_from(list(nx.selfloop_edges(self.graph)))
        self.simple = nx.Graph(self.loopless)

    def ask(self, call, columns, options="", argument="", directions=True, weights=True):
        """Rows of a procedure."""
        parts = [options] if options else []
        if directions:
            parts.append("direction: '%s'" % ("directed" if self.directed else "undirected"))
        if weights:
            parts.append("parallel: 'single'")
            if self.weight:
                parts.append("weight: 'w'")
        match, inputs = "", []
        if argument:
            match, inputs = "MATCH (source) WHERE source.id = $source ", ["source"]
        yields = ", ".join(sorted({re.sub(r".*\((.*)\).*", r"\1", column).split(".")[0] for column in columns}))
        query = "%sCALL %s(%s) YIELD %s RETURN %s" % (
            match, call, ", ".join(inputs + ["{%s}" % ", ".join(parts)]), yields,
            ", ".join("%s AS c%d" % (self.expression(column), index) for index, column in enumerate(columns)))
        command = [arguments.entente, "query", self.path, query, "--format", "json"]
        if argument:
            command += ["--param", "source='%s'" % argument]
        output = subprocess.run(command, capture_output=True, text=True)
        if output.returncode == 4:
            return None
        if output.returncode:
            problems.append("%s: %s\n%s" % (self.name, query, output.stderr))
            return []
        return [[row["c%d" % index] for index in range(len(columns))] for row in json.loads(output.stdout)]

    @staticmethod
    def expression(column):
        return {"clique": "[n IN clique | n.id]"}.get(column, column)

    def scores(self, call, options="", output="score", **keys):
        rows = self.ask(call, ["node.id", output], options, **keys)
        return None if rows is None else {node: math.nan if score is None else score for node, score in rows}

    def compare(self, measure, found, expected, tolerance=1e-9):
        """Holds one dictionary of numbers against another."""
        if found is None:
            problems.append("%s: %s reached a limit" % (self.name, measure))
            return
        if set(found) != set(expected):
            problems.append("%s: %s has other keys: %s" % (
                self.name, measure, sorted(map(str, set(found) ^ set(expected)))[:5]))
            return
        worst = 0.0
        for key, value in expected.items():
            if math.isnan(value) and math.isnan(found[key]):
                continue
            worst = max(worst, abs(found[key] - value))
        differences[measure] = max(differences.get(measure, 0), worst)
        if not worst <= tolerance:
            problems.append("%s: %s differs by %g" % (self.name, measure, worst))


def named(path):
    """A graph of `Graphs/`, as it stands: undirected relationships lead both ways."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        subprocess.run([arguments.entente, "convert", path, "--output", file.name], check=True)
        document = json.load(open(file.name))
    nodes = [node["id"] for node in document["nodes"] if node["id"] != "@graph"]
    edges = [(edge["from"], edge["to"], 1, bool(edge.get("undirected"))) for edge in document["edges"]]
    return Case(os.path.basename(path), path, nodes, edges, True, False)


def generated(seed, folder):
    draw = random.Random(seed)
    count = draw.choice([0, 1, 2, 4, 8, 15, 25, 40])
    directed, weighted, loops = (draw.random() < 0.5 for _ in range(3))
    share = draw.choice([0, 0.05, 0.1, 0.2, 0.5])
    nodes, edges = ["n%d" % index for index in range(count)], []
    for a in range(count):
        for b in range(count if directed else a + 1):
            if (a != b or loops) and draw.random() < share:
                edges.append((nodes[a], nodes[b], draw.randint(1, 9), False))
    draw.shuffle(edges)
    path = os.path.join(folder, "%d.pg" % seed)
    with open(path, "w") as file:
        file.writelines("%s :N\n" % node for node in nodes)
        file.writelines("%s %s %s :T w:%d\n" % (a, "->" if directed else "--", b, w) for a, b, w, _ in edges)
    return Case("seed %d" % seed, path, nodes, edges, directed, weighted)


def check(case):
    centralities(case)
    structure(case)
    likeness(case)
    components(case)
    communities(case)


def centralities(case):
    graph, weight, compare = case.graph, case.weight, case.compare
    lengths = dict(nx.all_pairs_dijkstra_path_length(graph, weight=weight or (lambda *_: 1)))
    compare("degree", case.scores("centrality.degree"), dict(graph.degree(weight=weight)))
    compare("closeness", case.scores("centrality.closeness"), nx.closeness_centrality(graph, distance=weight))
    compare("harmonic", case.scores("centrality.harmonic"), nx.harmonic_centrality(graph, distance=weight))
    compare("betweenness", case.scores("centrality.betweenness", "normalized: true"),
            nx.betweenness_centrality(graph, weight=weight))
    rows = case.ask("centrality.edgeBetweenness", ["startNode(relationship).id", "endNode(relationship).id", "score"])
    found = {}
    for a, b, score in rows:
        found[(a, b)] = found.get((a, b), 0) + score
    expected = nx.edge_betweenness_centrality(graph, weight=weight, normalized=False)
    if case.name.startswith("seed"):
        compare("edge betweenness", {key if key in expected else key[::-1]: v for key, v in found.items()}, expected)
    if case.nodes:
        compare("PageRank", case.scores("centrality.pageRank", "tolerance: 1e-14"),
                nx.pagerank(graph, weight=weight, tol=1e-15, max_iter=5000))
        try:
            expected = nx.eigenvector_centrality(graph, weight=weight, tol=1e-14, max_iter=20000)
            compare("eigenvector", case.scores("centrality.eigenvector", "tolerance: 1e-13, maxIterations: 20000"),
                    expected)
        except nx.PowerIterationFailedConvergence:
            # Both say so, or Entente has more patience.
            case.scores("centrality.eigenvector")
        source = case.nodes[0]
        compare("rooted PageRank", case.scores("similarity.rootedPageRank", "tolerance: 1e-14", argument=source),
                nx.pagerank(graph, weight=weight, tol=1e-15, max_iter=5000, personalization={source: 1}))
        compare("distances", case.scores("path.distances", output="distance", argument=source), lengths[source])
    compare("eccentricity", case.scores("path.eccentricity", output="eccentricity"),
            {node: max(lengths[node].values()) for node in case.nodes})


def structure(case):
    simple, weight, compare = case.simple, case.weight, case.compare
    plain = {"directions": False, "weights": False}
    compare("core", case.scores("structure.core", output="core", **plain), nx.core_number(simple))
    compare("triangles", case.scores("structure.triangles", output="triangles", **plain), nx.triangles(simple))
    compare("clustering", case.scores("structure.clustering"), nx.clustering(case.loopless, weight=weight))
    compare("transitivity", {0: case.ask("structure.transitivity", ["transitivity"], **plain)[0][0]},
            {0: nx.transitivity(simple)})
    compare("articulation points", count(case.ask("structure.articulationPoints", ["node.id"], **plain)),
            count([node] for node in nx.articulation_points(simple)))
    ends = ["startNode(relationship).id", "endNode(relationship).id"]
    compare("bridges", count(map(sorted, case.ask("structure.bridges", ends, **plain))),
            count(sorted(edge) for edge in (nx.bridges(case.multi) if case.nodes else [])))
    compare("cliques", count(sorted(row[0]) for row in case.ask("structure.cliques", ["clique"], **plain)),
            count(sorted(clique) for clique in nx.find_cliques(simple)))
    found = dict(case.ask("structure.triadCensus", ["triad", "count"], weights=False))
    compare("triad census", found, nx.triadic_census(nx.DiGraph(case.loopless)))
    compare("constraint", case.scores("structure.constraint"),
            nx.constraint(case.loopless, weight=weight) if case.nodes else {})
    compare("effective size", case.scores("structure.effectiveSize"), effective_size(case))


def effective_size(case):
    """By the formula: the matrix form of networkx divides by the greatest tie of the wrong node."""
    size = len(case.nodes)
    matrix = nx.to_numpy_array(case.loopless, nodelist=case.nodes, weight=case.weight)
    ties = matrix + matrix.T if case.directed else matrix
    sizes = {}
    for index, node in enumerate(case.nodes):
        contacts = [other for other in range(size) if ties[index, other] > 0]
        shares = ties[index] / ties[index].sum() if contacts else None
        sizes[node] = sum(1 - (shares * ties[other] / ties[other].max()).sum() for other in contacts) if contacts \
            else math.nan
    return sizes


def likeness(case):
    simple, compare = case.simple, case.compare
    pairs = [(a, b) for index, a in enumerate(case.nodes) for b in case.nodes[index + 1:]
             if set(simple[a]) & set(simple[b])]
    plain = {"directions": False, "weights": False}
    for call, measure in [("jaccard", nx.jaccard_coefficient), ("adamicAdar", nx.adamic_adar_index),
                          ("resourceAllocation", nx.resource_allocation_index)]:
        rows = case.ask("similarity." + call, ["a.id", "b.id", "score"], **plain)
        compare(call, {tuple(sorted(row[:2])): row[2] for row in rows},
                {tuple(sorted((a, b))): score for a, b, score in measure(simple, pairs)})
    rows = case.ask("similarity.commonNeighbours", ["a.id", "b.id", "score"], **plain)
    compare("common neighbours", {tuple(sorted(row[:2])): row[2] for row in rows},
            {tuple(sorted(pair)): len(list(nx.common_neighbors(simple, *pair))) for pair in pairs})
    # networkx stops SimRank by a relative change of 1e-5, so it is iterated here.
    matrix = nx.to_numpy_array(case.graph, nodelist=case.nodes, weight=case.weight) if case.nodes else np.zeros((0, 0))
    sums = matrix.sum(axis=0)
    sums[sums == 0] = 1
    shares, scores = matrix / sums, np.eye(len(case.nodes))
    for _ in range(400):
        scores = 0.9 * shares.T @ scores @ shares
        np.fill_diagonal(scores, 1)
    rows = case.ask("similarity.simRank", ["a.id", "b.id", "score"], "tolerance: 1e-14")
    compare("SimRank", {tuple(sorted(row[:2])): row[2] for row in rows},
            {tuple(sorted((a, b))): scores[i, j] for i, a in enumerate(case.nodes)
             for j, b in enumerate(case.nodes) if i < j and scores[i, j] > 0})


def components(case):
    def groups(call):
        found = {}
        for node, group in case.ask(call, ["node.id", "component"], directions=False, weights=False):
            found.setdefault(group, []).append(node)
        return count(sorted(members) for members in found.values())

    case.compare("weak components", groups("component.weak"),
                 count(sorted(part) for part in nx.connected_components(case.simple)))
    if case.directed:
        case.compare("strong components", groups("component.strong"),
                     count(sorted(part) for part in nx.strongly_connected_components(case.graph)))
    found = {}
    for a, b, group in case.ask(
            "component.biconnected", ["startNode(relationship).id", "endNode(relationship).id", "component"],
            directions=False, weights=False):
        found.setdefault(group, set()).add(tuple(sorted((a, b))))
    case.compare("biconnected components", count(sorted(group) for group in found.values()),
                 count(sorted({tuple(sorted(edge)) for edge in edges})
                       for edges in nx.biconnected_component_edges(case.simple)))


def communities(case):
    """Every relationship counts once, whichever way it leads."""
    if not case.edges:
        return
    merged = nx.Graph()
    merged.add_nodes_from(case.nodes)
    for a, b, weight, _ in case.edges:
        before = merged[a][b]["weight"] if merged.has_edge(a, b) else 0
        merged.add_edge(a, b, weight=before + (weight if case.weight else 1))
    index = {node: number for number, node in enumerate(case.nodes)}
    peer = igraph.Graph(n=len(index), edges=[(index[a], index[b]) for a, b in merged.edges()])
    values = [data["weight"] for _, _, data in merged.edges(data=True)]
    random.seed(1)
    igraph.set_random_number_generator(random)
    peers = {
        "louvain": lambda: peer.community_multilevel(weights=values).modularity,
        "leiden": lambda: peer.community_leiden("modularity", weights=values, n_iterations=10).modularity,
    }
    for method, work in peers.items():
        expected, best = max(work() for _ in range(10)), -1.0
        for seed in range(10):
            options = "seed: %d%s" % (seed, ", weight: 'w'" if case.weight else "")
            rows = case.ask("community." + method, ["node.id", "community", "modularity"], options,
                            directions=False, weights=False)
            groups = {}
            for node, group, told in rows:
                groups.setdefault(group, set()).add(node)
            modularity = nx.community.modularity(merged, groups.values())
            best = max(best, modularity)
            case.compare(method + ": its modularity", {0: rows[0][2]}, {0: modularity})
        differences[method + ": below igraph's"] = max(
            differences.get(method + ": below igraph's", -1), expected - best)
        if best < expected - 0.01 * max(abs(expected), 0.01):
            problems.append("%s: %s finds %g, igraph %g" % (case.name, method, best, expected))


def count(groups):
    """How often each group occurs, as a dictionary to compare."""
    found = {}
    for group in groups:
        key = str(list(group))
        found[key] = found.get(key, 0) + 1
    return found


with tempfile.TemporaryDirectory() as temporary:
    cases = [named(os.path.join(package, "Graphs", name)) for name in sorted(os.listdir(os.path.join(package, "Graphs")))
             if name.endswith(".pg")]
    cases += [generated(seed, temporary) for seed in range(arguments.seed, arguments.seed + arguments.graphs)]
    for number, case in enumerate(cases):
        check(case)
        if sys.stderr.isatty():
            print("\r%d of %d graphs" % (number + 1, len(cases)), end="", file=sys.stderr)
print("%d graphs, seeds from %d; networkx %s, igraph %s" % (
    len(cases), arguments.seed, nx.__version__, igraph.__version__))
for measure, difference in sorted(differences.items()):
    print("%-28s %.1e" % (measure, difference))
for problem in problems:
    print("✘ " + problem)
sys.exit(1 if problems else 0)
