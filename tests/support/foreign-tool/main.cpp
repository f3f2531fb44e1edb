// A Windows program that is called by the name of a foreign one, qpdf.exe, and runs that outside Wine: for programs of
// ours that start it themselves.
#include "tests/support/ForeignProcess.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <limits>

using bidseal::testing::ForeignProcess;

namespace {

void put(const QByteArray& bytes, std::FILE* to)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    ForeignProcess tool;
    tool.start(QFileInfo(QCoreApplication::applicationFilePath()).baseName(), QCoreApplication::arguments().mid(1));
    tool.waitForEnd(std::numeric_limits<int>::max());
    put(tool.takeOutput(), stdout);
    put(tool.takeErrors(), stderr);
    return tool.exitCode().value_or(1);
}
