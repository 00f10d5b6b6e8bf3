#!/usr/bin/env python3
"""Answer careerfit's questions from a program and read the ranking.

Usage: python3 take.py [PROGRAM]    (PROGRAM is careerfit, if nothing is said)
"""

import json
import subprocess
import sys

# What somebody likes and dislikes, as words that questions contain; any other question of the four parts gets a 3.
LIKES = {"repair": 5, "machine": 5, "build": 5, "tool": 4, "numbers": 4, "sell": 1, "speech": 1, "write": 2, "sing": 1}


def answer(ask):
    """The message that answers one question, or leaves it out."""
    if ask["kind"] != "one" or ask["part"] not in ("enjoy", "good-at", "passions", "you"):
        return {"skip": True}
    values = [choice["value"] for choice in ask["choices"]]
    for word, wanted in LIKES.items():
        if word in ask["text"].lower():
            return {"answer": min(values, key=lambda value: abs(value - wanted))}
    return {"answer": 3}


def take(program):
    """Goes through the questionnaire and returns the result; nothing is kept on the disk."""
    command = [program, "take", "--jsonl", "--no-save", "--length", "quick"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        json.loads(child.stdout.readline())  # hello
        reply = json.loads(child.stdout.readline())
        while "result" not in reply:
            message = answer(reply["ask"])
            message["question"] = reply["ask"]["id"]
            child.stdin.write(json.dumps(message) + "\n")
            child.stdin.flush()
            reply = json.loads(child.stdout.readline())
            if "error" in reply:
                raise SystemExit(f"{message}: {reply['error']['message']}")
        return reply["result"]


def main():
    result = take(sys.argv[1] if len(sys.argv) > 1 else "careerfit")
    print(f"{result['answered']} answers, {result['verdict']}, {result['made_with']['program']}")
    for career in result["careers"][:5]:
        speaks_for = [reason for reason in career["reasons"] if reason["contribution"] > 0]
        reasons = [reason.get("scale") or reason.get("question") or "a card" for reason in speaks_for][:2]
        print(f"{career['rank']:>4}  {career['title']:<40} {career['fit']:>6.1f}  {career['band']}: {', '.join(reasons)}")


if __name__ == "__main__":
    main()
