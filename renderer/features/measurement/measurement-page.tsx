export function MeasurementPage() {
  return null;
}
