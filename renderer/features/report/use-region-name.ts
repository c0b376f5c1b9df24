import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';

/** "Rijk van Nijmegen": the region by its name, or by its code where the app does not know it. */
export function useRegionName(): string {
  const { t, i18n } = useTranslation('week');
  const { region } = useDevice().principal;
  const key = `regionName.${region}`;
  return i18n.exists(`week:${key}`) ? t(key) : region;
}
