/**
 * The least and the greatest of numbers, however many: a series of years is too long for the arguments of `Math.min`. What is no number is
 * passed over; without any the least is Infinity, the greatest its negative.
 */
export function extent(numbers: readonly number[]): readonly [least: number, greatest: number] {
  return numbers.reduce<[number, number]>(
    ([least, greatest], number) => [number < least ? number : least, number > greatest ? number : greatest],
    [Infinity, -Infinity],
  );
}
