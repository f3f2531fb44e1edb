<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CautionText</name>
    <message numerus="yes">
        <source>The seal is larger than %n page(s), left out: %1.</source>
        <translation>
            <numerusform>The seal is larger than %n page, left out: %1.</numerusform>
            <numerusform>The seal is larger than %n pages, left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved in on %n page(s), where the seal would have reached over the edge: %1.</source>
        <translation>
            <numerusform>Moved in on %n page, where the seal would have reached over the edge: %1.</numerusform>
            <numerusform>Moved in on %n pages, where the seal would have reached over the edge: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The seal covers another one on %n page(s): %1.</source>
        <translation>
            <numerusform>The seal covers another one on %n page: %1.</numerusform>
            <numerusform>The seal covers another one on %n pages: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The seal reaches over the edge of %n page(s): %1.</source>
        <translation>
            <numerusform>The seal reaches over the edge of %n page: %1.</numerusform>
            <numerusform>The seal reaches over the edge of %n pages: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation>
            <numerusform>%n seal</numerusform>
            <numerusform>%n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) signed</source>
        <translation>
            <numerusform>%n file signed</numerusform>
            <numerusform>%n files signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the seals asked for are not there.</source>
        <translation>
            <numerusform>%n of the seals asked for is not there.</numerusform>
            <numerusform>%n of the seals asked for are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impression(s) on the sheet, the best was taken</source>
        <translation>
            <numerusform>%n impression on the sheet</numerusform>
            <numerusform>%n impressions on the sheet, the best was taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneProgram</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to sign:</source>
        <translation>
            <numerusform>%n document to sign:</numerusform>
            <numerusform>%n documents to sign:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesInWords</name>
    <message numerus="yes">
        <source>%1, left edge, %n seal(s)</source>
        <extracomment>a cross-page seal; %1 is &quot;pages 1–812&quot;</extracomment>
        <translation>
            <numerusform>%1, left edge, %n seal</numerusform>
            <numerusform>%1, left edge, %n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, right edge, %n seal(s)</source>
        <translation>
            <numerusform>%1, right edge, %n seal</numerusform>
            <numerusform>%1, right edge, %n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, top edge, %n seal(s)</source>
        <translation>
            <numerusform>%1, top edge, %n seal</numerusform>
            <numerusform>%1, top edge, %n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, bottom edge, %n seal(s)</source>
        <translation>
            <numerusform>%1, bottom edge, %n seal</numerusform>
            <numerusform>%1, bottom edge, %n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages %1 and %n more</source>
        <translation>
            <numerusform>pages %1 and %n more</numerusform>
            <numerusform>pages %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at “%1”, %n place(s) on %2</source>
        <extracomment>%1 is a text of the document, %2 &quot;page 3&quot; or &quot;pages 3, 5&quot;</extracomment>
        <translation>
            <numerusform>at “%1”, %n place on %2</numerusform>
            <numerusform>at “%1”, %n places on %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message numerus="yes">
        <source>All %n carry the signature</source>
        <translation>
            <numerusform>Carries the signature</numerusform>
            <numerusform>All %n carry the signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), covered by the signature</source>
        <translation>
            <numerusform>%n picture, covered by the signature</numerusform>
            <numerusform>%n pictures, covered by the signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 carries the signature, %n picture(s) are covered by it</source>
        <extracomment>some of the marks of a row carry the signature</extracomment>
        <translation>
            <numerusform>%1 carries the signature, %n picture is covered by it</numerusform>
            <numerusform>%1 carries the signature, %n pictures are covered by it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%n signature(s) · Who signed has not been checked · Time claimed by the signer&apos;s computer</source>
        <translation>
            <numerusform>%n signature · Who signed has not been checked · Time claimed by the signer&apos;s computer</numerusform>
            <numerusform>%n signatures · Who signed has not been checked · Time claimed by the signer&apos;s computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::document::MarkList</name>
    <message numerus="yes">
        <source>Place %n seal(s)</source>
        <translation>
            <numerusform>Place %n seal</numerusform>
            <numerusform>Place %n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n seal(s)</source>
        <translation>
            <numerusform>Delete %n seal</numerusform>
            <numerusform>Delete %n seals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::environment::CheckGroup</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::environment::SelfCheckPage</name>
    <message numerus="yes">
        <source>%n thing(s) stand(s) in the way of signing</source>
        <translation>
            <numerusform>%n thing stands in the way of signing</numerusform>
            <numerusform>%n things stand in the way of signing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need(s) attention</source>
        <translation>
            <numerusform>%n thing needs attention</numerusform>
            <numerusform>%n things need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::placing::KeywordDialog</name>
    <message numerus="yes">
        <source>It is found %n time(s) only.</source>
        <translation>
            <numerusform>It is found only once.</numerusform>
            <numerusform>It is found %n times only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::plan::ChecklistPanel</name>
    <message numerus="yes">
        <source>%1 of %n still missing</source>
        <extracomment>of what a checklist asks for</extracomment>
        <translation>
            <numerusform>%1 of %n still missing</numerusform>
            <numerusform>%1 of %n still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is missing, but %1 of %n cannot be told</source>
        <translation>
            <numerusform>Nothing is missing, but %1 of %n cannot be told</numerusform>
            <numerusform>Nothing is missing, but %1 of %n cannot be told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n done</source>
        <translation>
            <numerusform>Done</numerusform>
            <numerusform>All %n done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::plan::PlanKeeper</name>
    <message numerus="yes">
        <source>Your plan of %1 with %n mark(s) is not signed yet.</source>
        <extracomment>the plan: which seals go where; %1 is a date and time</extracomment>
        <translation>
            <numerusform>Your plan of %1 with %n mark is not signed yet.</numerusform>
            <numerusform>Your plan of %1 with %n marks is not signed yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::plan::PlanModel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <extracomment>of a plan: so many pictures of seals; strips of cross-page seals count one each</extracomment>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n page(s)</source>
        <extracomment>%1 is &quot;45 marks&quot;</extracomment>
        <translation>
            <numerusform>%1 on %n page</numerusform>
            <numerusform>%1 on %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealExportDialog</name>
    <message numerus="yes">
        <source>Password, at least %n characters</source>
        <translation>
            <numerusform>Password, at least %n character</numerusform>
            <numerusform>Password, at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>The password needs at least %n character.</numerusform>
            <numerusform>The password needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealPalette</name>
    <message numerus="yes">
        <source>%n seals were added.</source>
        <translation>
            <numerusform>%n seal was added.</numerusform>
            <numerusform>%n seals were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seals were exported.</source>
        <translation>
            <numerusform>%n seal was exported.</numerusform>
            <numerusform>%n seals were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::KeyChooser</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MarkStrip</name>
    <message numerus="yes">
        <source>on %n page(s)</source>
        <translation>
            <numerusform>on %n page</numerusform>
            <numerusform>on %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFiles</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFilesList</name>
    <message numerus="yes">
        <source>And %n more file(s), the same seals at the same places</source>
        <translation>
            <numerusform>And %n more file, the same seals at the same places</numerusform>
            <numerusform>And %n more files, the same seals at the same places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be signed so and must be removed first.</source>
        <translation>
            <numerusform>%n file cannot be signed so and must be removed first.</numerusform>
            <numerusform>%n files cannot be signed so and must be removed first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ProgressPage</name>
    <message numerus="yes">
        <source>About %n second(s) left for this step</source>
        <translation>
            <numerusform>About %n second left for this step</numerusform>
            <numerusform>About %n seconds left for this step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left for this step</source>
        <translation>
            <numerusform>About %n minute left for this step</numerusform>
            <numerusform>About %n minutes left for this step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ResultPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningForm</name>
    <message numerus="yes">
        <source>%n seal(s), one signature</source>
        <translation>
            <numerusform>%n seal, one signature</numerusform>
            <numerusform>%n seals, one signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s) with the phone</source>
        <translation>
            <numerusform>Sign %n file with the phone</numerusform>
            <numerusform>Sign %n files with the phone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s)</source>
        <translation>
            <numerusform>Sign %n file</numerusform>
            <numerusform>Sign %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation>
            <numerusform>%n seal</numerusform>
            <numerusform>%n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s), one after the other</source>
        <translation>
            <numerusform>%n signature</numerusform>
            <numerusform>%n signatures, one after the other</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningSheet</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) of this computer could not tell.</source>
        <translation>
            <numerusform>%n check of this computer could not tell.</numerusform>
            <numerusform>%n checks of this computer could not tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::window::DocumentPage</name>
    <message numerus="yes">
        <source>%n mark(s) of the plan could not be restored.</source>
        <translation>
            <numerusform>%n mark of the plan could not be restored.</numerusform>
            <numerusform>%n marks of the plan could not be restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::window::KeyIndicator</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::window::MainWindow</name>
    <message numerus="yes">
        <source>%n seal(s) stand on the pages and are not signed yet.</source>
        <translation>
            <numerusform>%n seal stands on the pages and is not signed yet.</numerusform>
            <numerusform>%n seals stand on the pages and are not signed yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
