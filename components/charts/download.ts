/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the blob from the next turn on; revoking earlier would end it.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
