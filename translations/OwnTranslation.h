#pragma once

class QCoreApplication;
class QLocale;

namespace bidseal {

/// Installs this program's own sentences for `locale`. Where there are none it speaks English, which has a translation
/// too: of "%n seal(s)" into its singular and its plural.
void installOwnTranslation(QCoreApplication& application, const QLocale& locale);

} // namespace bidseal
