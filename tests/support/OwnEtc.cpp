#include "tests/support/OwnEtc.h"

#include "tests/support/ForeignTools.h"

using namespace Qt::StringLiterals;

namespace bidseal::testing {

std::optional<QStringList> withInEtc(const QString& folder)
{
    // The folder's own permissions would be /etc's: another user's programs could not read anything there.
    const auto script
        = u"chmod 755 '%1' && mount -t overlay overlay -o 'lowerdir=%1:/etc' /etc && exec \"$@\""_s.arg(folder);
    for (const auto& isolate : { u"-m"_s, u"-rm"_s }) {
        const QStringList command { u"unshare"_s, isolate, u"/bin/sh"_s, u"-c"_s, script, u"sh"_s };
        if (runTool(command.first(), command.mid(1) + QStringList { u"true"_s }).exitCode == 0)
            return command;
    }
    return {};
}

} // namespace bidseal::testing
