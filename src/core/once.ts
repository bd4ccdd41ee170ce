/** Makes something when it is first asked for, and gives the same ever after: what takes long to make, and is not always needed. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
