#!/usr/bin/env python3
"""Times `entente draw` and the `sfdp` or `dot` command on the same diagram, in turn, in the same run.

    swift build -c release --product entente
    swift build -c release --product entente-render
    python3 Tests/Benchmarks/drawing.py [--nodes 2000] [--relationships 3000] [--runs 5]

The diagram is what `entente draw --format dot` writes of a random graph; the command of Graphviz is the layout that it
names. Prints the processor time of the best run of each, children counted, and the ratio; exits with 1 where Entente
takes more than 1.2 times as long. Where nodes are up to 1,500, Entente draws lines of its own around them, and Graphviz
straight ones through them, so only the default size is held to the limit.
"""
import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile

package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
parser = argparse.ArgumentParser()
parser.add_argument("--nodes", type=int, default=2000)
parser.add_argument("--relationships", type=int, default=3000)
parser.add_argument("--seed", type=int, default=2025)
parser.add_argument("--runs", type=int, default=5)
parser.add_argument("--limit", type=float, default=1.2, help="the greatest ratio that is fine")
arguments = parser.parse_args()
program = os.path.join(package, ".build", "release", "entente")


def graph():
    """A graph in which most lead back to earlier nodes, as in graphs that grew."""
    chance = random.Random(arguments.seed)
    lines = [f'n{node} :Company name:"Company {node}"' for node in range(arguments.nodes)]
    for _ in range(arguments.relationships):
        start = chance.randrange(arguments.nodes)
        lines.append(f"n{start} -> n{chance.randrange(max(1, start))} :PURSUES")
    return "\n".join(lines) + "\n"


def seconds(command):
    """The processor time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


with tempfile.TemporaryDirectory() as folder:
    source, dot = os.path.join(folder, "random.pg"), os.path.join(folder, "random.dot")
    with open(source, "w") as file:
        file.write(graph())
    subprocess.run([program, "draw", source, "--output", dot], check=True)
    with open(dot) as file:
        text = file.read()
    engine = text.split("layout=")[1].split(",")[0].split("]")[0]
    ours = [program, "draw", source, "--layout", engine, "--output", os.path.join(folder, "ours.svg")]
    theirs = [engine, "-Tsvg", dot, "-o", os.path.join(folder, "theirs.svg")]
    times = {"entente": [], engine: []}
    for _ in range(arguments.runs):
        times["entente"].append(seconds(ours))
        times[engine].append(seconds(theirs))

best = {name: min(values) for name, values in times.items()}
ratio = best["entente"] / best[engine]
print(f"{arguments.nodes} nodes, {arguments.relationships} relationships, seed {arguments.seed}")
for name, value in best.items():
    print(f"  {name:<8} {value:6.2f} s of processor time, best of {arguments.runs}")
print(f"  ratio    {ratio:6.2f}")
sys.exit(0 if ratio <= arguments.limit else 1)
