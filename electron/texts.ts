/** The few words the shell itself shows. The page's texts live in the page's own catalogue. */
export type ShellTexts = {
  readonly menu: Readonly<
    Record<
      | 'file' | 'edit' | 'view' | 'window' | 'help'
      | 'quit' | 'close' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
      | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'fullScreen' | 'minimize' | 'about' | 'hide' | 'hideOthers' | 'showAll'
      | 'reload' | 'developerTools',
      string
    >
  >;
  readonly fileKinds: Readonly<Record<string, string>>;
  readonly cannotStart: string;
  readonly serverMissing: string;
  readonly serverRefused: string;
  readonly policyBroken: string;
  readonly closeQuestion: string;
  readonly closeDetail: string;
  readonly stay: string;
  readonly closeAnyway: string;
};

export const dutchTexts: ShellTexts = {
  menu: {
    file: 'Bestand',
    edit: 'Bewerken',
    view: 'Beeld',
    window: 'Venster',
    help: 'Help',
    quit: 'Veldwerk afsluiten',
    close: 'Venster sluiten',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    zoomIn: 'Groter',
    zoomOut: 'Kleiner',
    resetZoom: 'Normale grootte',
    fullScreen: 'Volledig scherm',
    minimize: 'Minimaliseren',
    about: 'Over Veldwerk',
    hide: 'Verberg Veldwerk',
    hideOthers: 'Verberg andere',
    showAll: 'Toon alles',
    reload: 'Opnieuw laden',
    developerTools: 'Hulpmiddelen voor ontwikkelaars',
  },
  fileKinds: { xlsx: 'Excel-werkmap', csv: 'CSV-bestand', pdf: 'PDF-document', json: 'JSON-bestand' },
  cannotStart: 'Veldwerk kan niet starten',
  serverMissing: 'Op dit apparaat staat nog niet welke server bij Veldwerk hoort. Vraag uw beheerder om het adres in te stellen.',
  serverRefused: 'Het ingestelde adres van de server is niet veilig of niet goed geschreven. Vraag uw beheerder om het te verbeteren.',
  policyBroken: 'De instellingen van uw organisatie kunnen niet worden gelezen. Vraag uw beheerder om ze te controleren.',
  closeQuestion: 'Wilt u Veldwerk sluiten?',
  closeDetail: 'Er staat nog iets open dat niet is opgeslagen.',
  stay: 'Niet sluiten',
  closeAnyway: 'Toch sluiten',
};

export const englishTexts: ShellTexts = {
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    quit: 'Quit Veldwerk',
    close: 'Close window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Normal size',
    fullScreen: 'Full screen',
    minimize: 'Minimise',
    about: 'About Veldwerk',
    hide: 'Hide Veldwerk',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    reload: 'Reload',
    developerTools: 'Developer tools',
  },
  fileKinds: { xlsx: 'Excel workbook', csv: 'CSV file', pdf: 'PDF document', json: 'JSON file' },
  cannotStart: 'Veldwerk cannot start',
  serverMissing: 'This device does not know yet which server belongs to Veldwerk. Ask your administrator to set its address.',
  serverRefused: 'The address set for the server is not secure or not written correctly. Ask your administrator to correct it.',
  policyBroken: 'The settings of your organisation cannot be read. Ask your administrator to check them.',
  closeQuestion: 'Do you want to close Veldwerk?',
  closeDetail: 'Something is still open that has not been saved.',
  stay: 'Do not close',
  closeAnyway: 'Close anyway',
};

/** Dutch first: only a system that is set to English gets English. */
export const textsFor = (locale: string): ShellTexts => (locale.toLowerCase().startsWith('en') ? englishTexts : dutchTexts);
