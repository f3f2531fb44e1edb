#include "app/bidseal-cli/LargeDigits.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

constexpr int kHeight = 5; // lines
constexpr int kGroup = 3; // digits

/// Five lines of five columns each, for 0 to 9.
constexpr std::array<std::array<const char*, kHeight>, 10> kDigits { {
    { " ### ", "#   #", "#   #", "#   #", " ### " },
    { "  #  ", " ##  ", "  #  ", "  #  ", " ### " },
    { " ### ", "#   #", "  ## ", " #   ", "#####" },
    { "#### ", "    #", " ### ", "    #", "#### " },
    { "#  # ", "#  # ", "#####", "   # ", "   # " },
    { "#####", "#    ", "#### ", "    #", "#### " },
    { " ### ", "#    ", "#### ", "#   #", " ### " },
    { "#####", "   # ", "  #  ", " #   ", " #   " },
    { " ### ", "#   #", " ### ", "#   #", " ### " },
    { " ### ", "#   #", " ####", "    #", " ### " },
} };

} // namespace

QString largeDigits(const QString& code)
{
    QString text;
    for (int line = 0; line < kHeight; ++line) {
        text += u"    "_s;
        for (int i = 0; i < code.size(); ++i) {
            if (i == kGroup)
                text += u"    "_s;
            text += QLatin1StringView(kDigits.at(static_cast<std::size_t>(code[i].digitValue())).at(line)) + u"  "_s;
        }
        text += u'\n';
    }
    return text.replace(u'#', QChar(0x2588)); // full block
}

QString groupedDigits(const QString& code) { return code.left(kGroup) + u' ' + code.mid(kGroup); }

} // namespace bidseal::cli
