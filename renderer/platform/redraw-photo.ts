import { failure, success, type Outcome } from '#shared/lib/outcome.ts';

/** Enough to read a type plate on a machine; a phone's own pictures are twice as wide [px]. */
const longestSide = 2_560;
const quality = 0.85;

/**
 * Draws a photo anew, at most 2560 pixels wide or high, as JPEG. What is not seen does not come along: where it was
 * taken, when, with which phone, a small picture of how it was before it was cut [ATT7].
 * @returns `not-a-picture` for whatever this browser cannot draw
 */
export async function redrawPhoto(file: Blob): Promise<Outcome<Blob, { readonly kind: 'not-a-picture' }>> {
  let bitmap: ImageBitmap;
  try {
    // Phones hold the picture as the sensor saw it, and beside it which way was up.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return failure({ kind: 'not-a-picture' });
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = canvas.getContext('2d');
  if (context === null) {
    bitmap.close();
    return failure({ kind: 'not-a-picture' });
  }
  context.imageSmoothingQuality = 'high';
  // JPEG knows no transparency; what is behind a cut-out drawing is paper, not ink.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return success(await canvas.convertToBlob({ type: 'image/jpeg', quality }));
}
