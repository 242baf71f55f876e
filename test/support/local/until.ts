/** Asks again and again until there is an answer that counts; fails after `seconds`. */
export async function until<Answer>(
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  seconds = 30,
): Promise<Answer> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing came within ${seconds} seconds.`);
}
