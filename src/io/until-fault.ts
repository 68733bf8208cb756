/**
 * Those before an error, which is told and not thrown: what was begun for them is still waited for, and may hold an error that
 * comes first.
 */
export async function* untilFault<Item>(
  items: AsyncIterable<Item>,
  tell: (error: unknown) => void,
): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    tell(error);
  }
}
