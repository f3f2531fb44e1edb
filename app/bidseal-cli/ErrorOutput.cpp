#include "app/bidseal-cli/ErrorOutput.h"

#include "core/base/platform/Process.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

ErrorOutput::ErrorOutput()
    : m_isTerminal(platform::isErrorOutputTerminal())
{
}

ErrorOutput::~ErrorOutput() { clearLine(); }

void ErrorOutput::say(const QString& text)
{
    const QString line = m_line;
    clearLine();
    platform::print(stderr, text);
    setLine(line);
}

void ErrorOutput::setLine(const QString& text)
{
    if (!m_isTerminal || text == m_line)
        return;
    m_line = text;
    platform::print(stderr, u"\r\x1b[K"_s + text); // the line's beginning; erased up to its end
}

} // namespace bidseal::cli
