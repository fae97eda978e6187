# Runs plans of switches, one from each block of lines, and tells what each greenlet saw.
import os
import sys

from greenlet import GreenletExit, getcurrent, greenlet

kept = []


def run_plan(plan):
    catches = [line.startswith("!") for line in plan]
    steps = [line.lstrip("!").split() for line in plan]
    out = []
    gs = [getcurrent()]

    def show(value):
        return "main" if value is gs[0] else "g%d" % gs.index(value) if value in gs else repr(value)

    def values(text):
        return [int(part) for part in text.split(",")] if text else []

    def step(own, text):
        kind, rest = text[0], text[1:]
        target, _, more = rest.partition(":")
        g = gs[int(target)] if target and kind not in "rx" else None
        if kind == "s":
            return show(g.switch(*values(more)))
        if kind == "t":
            return show(g.throw(ValueError(7) if more == "V" else GreenletExit(8)))
        if kind == "p":
            gs[own].parent = g
            return "parent"
        if kind == "o":
            g.parent = gs[own]
            return "parent of %d" % int(target)
        return "dead %s active %s" % (g.dead, bool(g))

    def body(own, *args):
        out.append("%d begins %r" % (own, args))
        for text in steps[own]:
            if text[0] == "r":
                return values(text[1:])[0]
            if text[0] == "x":
                raise KeyError(own)
            try:
                out.append("%d %s -> %s" % (own, text, step(own, text)))
            except Exception as e:
                out.append("%d %s raises %s %s" % (own, text, type(e).__name__, e))
            except GreenletExit as e:
                out.append("%d %s exits %s" % (own, text, e))
                if not catches[own]:
                    raise
        return "end %d" % own

    for i in range(1, len(plan)):
        gs.append(greenlet(lambda *args, i=i: body(i, *args)))
    kept.append(gs)
    out.append(str(body(0)))
    out.append(" ".join("%s/%s" % (g.dead, bool(g)) for g in gs))
    return out


with open(sys.argv[1]) as file:
    for block in file.read().strip("\n").split("\n\n"):
        print("\n".join(run_plan(block.split("\n"))))
        print()
sys.stdout.flush()
os._exit(0)  # what is still suspended stays so
