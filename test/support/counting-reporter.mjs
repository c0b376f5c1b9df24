// A vitest reporter that writes the numbers of a run, and why something was skipped, to the file in VELDWERK_COUNTS_FILE.
import { writeFileSync } from 'node:fs';

export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: 0, skipped: [], failures: [] };
    for (const module of modules) {
      // A file that does not load has no tests; without this line it would count as nothing.
      for (const error of module.errors()) this.fail(counts, `${module.relativeModuleId}: ${error.message}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) this.fail(counts, `${suite.fullName}: ${error.message}`);
      }
      for (const test of module.children.allTests()) this.count(counts, module, test);
    }
    for (const error of unhandledErrors) this.fail(counts, `outside any test: ${error.message}`);
    writeFileSync(process.env.VELDWERK_COUNTS_FILE, JSON.stringify(counts));
  }

  count(counts, module, test) {
    const result = test.result();
    if (result.state === 'passed') counts.passed += 1;
    else if (result.state === 'skipped') counts.skipped.push({ name: `${module.relativeModuleId}: ${test.fullName}`, reason: result.note ?? `marked ${test.options.mode}` });
    else this.fail(counts, `${module.relativeModuleId}: ${test.fullName}`);
  }

  fail(counts, name) {
    counts.failed += 1;
    counts.failures.push(name);
  }
}
