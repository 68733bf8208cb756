import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { askWorkers } from "../../../../src/io/threads/ask-workers.ts";
import type { TakenThread } from "../../../../src/io/threads/threads.ts";

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

/** Threads that answer each task, a number, with this, once they were told what their work is. */
function makeTaken(answer: string): { take(number: number): TakenThread[] } {
  const entry = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from "node:worker_threads";
      let isTold = false;
      parentPort.on("message", (task) => {
        if (isTold) parentPort.postMessage(${answer});
        isTold = true;
      });
    `)}`,
  );
  const take = (): TakenThread => {
    const worker = new Worker(entry);
    workers.push(worker);
    return { ready: Promise.resolve(worker), end: async () => void (await worker.terminate()) };
  };
  return { take: (number) => Array.from({ length: number }, take) };
}

async function* count(to: number): AsyncGenerator<number> {
  for (let task = 0; task < to; task++) yield task;
}

const options = (answer: string, number: number) => ({
  work: "test",
  setup: null,
  threads: makeTaken(answer),
  number,
  transfer: () => [],
});

async function gather<T>(answers: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

type Answer = readonly [task: number, where: string];
const here = (task: number): Answer => [task, "here"];

describe("tasks of threads", () => {
  test.each([1, 2, 3])("are answered in their order by %i", async (number) => {
    const answers = await gather(
      askWorkers<number, Answer>(count(50), options('[task, "there"]', number)),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, task) => [task, "there"]));
  });

  test.each([1, 2])("are answered in their order by %i and the calling one", async (number) => {
    const answers = await gather(
      askWorkers<number, Answer>(count(50), options('[task, "there"]', number), here),
    );
    expect(answers.map(([task]) => task)).toEqual(Array.from({ length: 50 }, (_, task) => task));
    expect(new Set(answers.map(([, where]) => where))).toEqual(new Set(["here", "there"]));
  });

  test("are all done by the calling one where no thread comes", async () => {
    const never = { ready: new Promise<Worker>(() => {}), end: () => Promise.resolve() };
    const asked = { ...options("", 1), threads: { take: () => [never] } };
    const answers = await gather(askWorkers<number, Answer>(count(20), asked, here));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, task) => [task, "here"]));
  });

  test("fail where the answer of a thread that failed would stand", async () => {
    const answers: Answer[] = [];
    const asked = options("(() => { throw new Error('no'); })()", 1);
    const failing = async (): Promise<void> => {
      for await (const answer of askWorkers<number, Answer>(count(50), asked, here)) {
        answers.push(answer);
      }
    };
    await expect(failing()).rejects.toThrow("no");
    expect(answers.every(([, where]) => where === "here")).toBe(true);
    expect(answers.length).toBeLessThan(50);
  });

  test.each([undefined, here])(
    "that fail to come do so behind the answers to those before",
    async (own) => {
      async function* failing(): AsyncGenerator<number> {
        yield* count(5);
        throw new Error("no more");
      }
      const answers: Answer[] = [];
      const asking = async (): Promise<void> => {
        const asked = askWorkers<number, Answer>(failing(), options('[task, "there"]', 2), own);
        for await (const answer of asked) answers.push(answer);
      };
      await expect(asking()).rejects.toThrow("no more");
      expect(answers.map(([task]) => task)).toEqual([0, 1, 2, 3, 4]);
    },
  );

  test("that fail on the calling thread do so in their turn, too", async () => {
    const answers: Answer[] = [];
    const fails = (task: number): Answer => {
      if (task > 10) throw new Error("not here");
      return here(task);
    };
    const never = { ready: new Promise<Worker>(() => {}), end: () => Promise.resolve() };
    const asked = { ...options("", 1), threads: { take: () => [never] } };
    const asking = async (): Promise<void> => {
      for await (const answer of askWorkers(count(50), asked, fails)) answers.push(answer);
    };
    await expect(asking()).rejects.toThrow("not here");
    expect(answers).toHaveLength(11);
  });

  test("fail with the error of a thread that cannot start", async () => {
    const asked = {
      ...options("", 1),
      threads: {
        take: () => [
          { ready: Promise.reject(new Error("no thread")), end: () => Promise.resolve() },
        ],
      },
    };
    await expect(gather(askWorkers<number, Answer>(count(50), asked, here))).rejects.toThrow(
      "no thread",
    );
  });
});
