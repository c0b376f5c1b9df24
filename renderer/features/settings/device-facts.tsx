import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';

/** What can be said of this laptop and what it keeps. */
export function DeviceFacts() {
  const { t } = useTranslation(['settings', 'words']);
  const { lockedDevice, shell } = useApp();
  const { principal, syncStatus } = useDevice();
  const { lastPullAtMs } = useLive(syncStatus);
  const format = useFormat();
  const [durable, setDurable] = useState<boolean | null>(null);
  useEffect(() => void lockedDevice.storageIsDurable().then(setDurable), [lockedDevice]);

  const storage = durable === null ? t('device.storageUnknown') : durable ? t('device.storageDurable') : t('device.storageVolatile');
  const items: DataListItem[] = [
    { key: 'who', label: t('device.who'), value: t('device.whoValue', { name: principal.displayName, role: t(`words:role.${principal.role}`) }) },
    { key: 'lastPull', label: t('device.lastPull'), value: lastPullAtMs === null ? t('device.never') : format.moment(lastPullAtMs) },
    { key: 'storage', label: t('device.storage'), value: storage },
  ];
  if (shell !== null) {
    items.push({ key: 'version', label: t('device.version'), value: t('device.versionValue', { version: shell.info.appVersion }) });
    items.push({ key: 'server', label: t('device.server'), value: shell.info.serverOrigin });
  }
  return <DataList items={items} />;
}
