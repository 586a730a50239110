/** Says that it is ready and answers what the parent asks; ends when that is gone. */
export function answer(questions) {
  process.on('message', async ({ id, question, value }) => {
    const reply = await questions[question](value).then(
      (answer) => ({ id, answer }),
      (error) => ({ id, error: String(error?.stack ?? error) }),
    );
    // Nobody may be there any more to hear it.
    process.send(reply, () => undefined);
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ ready: true });
}
