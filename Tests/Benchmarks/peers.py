#!/usr/bin/env python3
"""Times network analyses of Entente and of igraph's C core on the same graph, in the same run.

    python3 -m pip install igraph numpy
    swift build -c release --product EntenteBenchmarks
    python3 Tests/Benchmarks/peers.py [--nodes 1000000] [--relationships 10000000]

Prints the best run of each, and the ratio; exits with 1 where Entente takes more than twice as long, or where both
do not compute the same. Both take the undirected graph; making it is timed too.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import igraph
import numpy

package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
parser = argparse.ArgumentParser()
parser.add_argument("--nodes", type=int, default=1_000_000)
parser.add_argument("--relationships", type=int, default=10_000_000)
parser.add_argument("--seed", type=int, default=2025)
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--limit", type=float, default=2.0, help="the greatest ratio that is fine")
arguments = parser.parse_args()


def entente(edges):
    """The measures of Entente by name."""
    program = os.path.join(package, ".build", "release", "EntenteBenchmarks")
    options = ["--nodes", arguments.nodes, "--relationships", arguments.relationships, "--seed", arguments.seed,
               "--runs", arguments.runs, "--edges", edges]
    output = subprocess.run([program, "analyses", *map(str, options)], check=True, capture_output=True, text=True)
    return {line["measure"]: line for line in map(json.loads, output.stdout.splitlines())}


def timed(work):
    """The seconds of some runs, fewer where one takes long, and the last result."""
    seconds = []
    while len(seconds) < arguments.runs and sum(seconds) < 10:
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return seconds, result


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "edges")
    ours = entente(path)
    edges = numpy.fromfile(path, dtype=numpy.uint32).reshape(2, arguments.relationships).T.astype(numpy.int64)

graph = igraph.Graph(n=arguments.nodes, edges=edges)
# What the figure must agree with, and how closely; without a tolerance a better figure is fine too.
peers = {
    "projection": (lambda: igraph.Graph(n=arguments.nodes, edges=edges).ecount(), 0),
    # The greatest degree alone, so that no list of Python is made.
    "degree": (graph.maxdegree, 0),
    "components": (lambda: len(graph.connected_components()), 0),
    "core": (lambda: max(graph.coreness()), 0),
    "pageRank": (lambda: max(graph.pagerank()), 1e-8),
    "triangles": (graph.transitivity_undirected, None),
    "louvain": (lambda: graph.community_multilevel().modularity, 0.01),
    "leiden": (lambda: graph.community_leiden("modularity", n_iterations=2).modularity, 0.01),
}
fine = True
print(f"{arguments.nodes:,} nodes, {arguments.relationships:,} relationships, seed {arguments.seed}; "
      f"igraph {igraph.__version__}; best of {arguments.runs}, seconds")
print(f"{'measure':<12}{'Entente':>10}{'igraph':>10}{'ratio':>8}   figures")
for measure, (work, tolerance) in peers.items():
    seconds, figure = timed(work)
    own = ours[measure]
    ratio = min(own["seconds"]) / min(seconds)
    if measure == "triangles":
        # igraph tells the transitivity: three times the triangles over the pairs of edges that meet.
        degrees = numpy.array(graph.degree(), dtype=numpy.float64)
        figure = figure * (degrees * (degrees - 1) / 2).sum() / 3
        agrees = abs(figure - own["figure"]) <= 1e-9 * figure
    elif measure in ("louvain", "leiden"):
        agrees = own["figure"] > figure - tolerance * abs(figure)
    else:
        agrees = abs(figure - own["figure"]) <= tolerance
    fine = fine and agrees and (ratio <= arguments.limit or measure in ("projection", "leiden"))
    words = "agree" if agrees else "DIFFER"
    print(f"{measure:<12}{min(own['seconds']):>10.3f}{min(seconds):>10.3f}{ratio:>8.2f}   "
          f"{own['figure']:.9g}, {figure:.9g}: {words}", flush=True)
sys.exit(0 if fine else 1)
