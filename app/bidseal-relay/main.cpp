#include "app/bidseal-relay/Relay.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <exception>

using namespace bidseal::relay::service;

namespace {

/// To standard error. journald stamps its lines itself.
void prepareLog(const std::string& level)
{
    spdlog::set_default_logger(spdlog::stderr_logger_st("relay"));
    spdlog::set_level(spdlog::level::from_str(level));
    spdlog::set_pattern(std::getenv("JOURNAL_STREAM") ? "%l: %v" : "%Y-%m-%d %H:%M:%S.%e %l: %v");
    spdlog::flush_on(spdlog::level::trace);
}

} // namespace

int main(int argc, char** argv)
{
    auto read = readSettings(argc, argv);
    if (!read.settings)
        return read.exitCode;
    prepareLog(read.settings->logLevel);
    try {
        Relay relay(std::move(*read.settings));
        return relay.run();
    } catch (const std::exception& problem) {
        spdlog::critical("{}", problem.what());
        return 1;
    }
}
