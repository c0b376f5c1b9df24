import type { MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './texts.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/**
 * The native menu. Roles only: they bring the right keys on every system and need no code of ours. An installed app has no
 * reload and no developer tools.
 */
export const menuTemplate = ({ menu }: ShellTexts, platform: NodeJS.Platform, isPackaged: boolean): Item[] => {
  const mac = platform === 'darwin';
  const appMenu: Item = {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: menu.about },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      { role: 'quit', label: menu.quit },
    ],
  };
  const edit: Item[] = [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ];
  const view: Item[] = [
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    { role: 'resetZoom', label: menu.resetZoom },
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
  ];
  const forDevelopers: Item[] = [separator, { role: 'reload', label: menu.reload }, { role: 'toggleDevTools', label: menu.developerTools }];
  return [
    ...(mac ? [appMenu] : [{ label: menu.file, submenu: [{ role: 'quit', label: menu.quit }] } satisfies Item]),
    { label: menu.edit, submenu: edit },
    { label: menu.view, submenu: isPackaged ? view : [...view, ...forDevelopers] },
    { label: menu.window, submenu: [{ role: 'minimize', label: menu.minimize }, { role: 'close', label: menu.close }] },
    ...(mac ? [] : [{ label: menu.help, submenu: [{ role: 'about', label: menu.about }] } satisfies Item]),
  ];
};
