/** Resolves when the document has been drawn as it is now: the second picture begins after the first has been drawn. */
export async function untilDrawn(): Promise<void> {
  for (let pictures = 0; pictures < 2; pictures++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
