package io.attendant.assistant.model;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The data classes of the Gemini client, which a native image has to know by name: the extension registers none of them, and
 * most are not public.
 */
@RegisterForReflection(
        classNames = {
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiBlob",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiCodeExecutionResult$GeminiOutcome",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiCodeExecutionResult",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiExecutableCode$GeminiLanguage",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiExecutableCode",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiFileData",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiFunctionCall",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart$GeminiFunctionResponse",
            "dev.langchain4j.model.googleai.GeminiContent$GeminiPart",
            "dev.langchain4j.model.googleai.GeminiContent",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse$GeminiBatchEmbeddingRequest",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse$GeminiBatchEmbeddingResponse",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse$GeminiEmbeddingRequest",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse$GeminiEmbeddingResponse$GeminiEmbeddingResponseValues",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse$GeminiEmbeddingResponse",
            "dev.langchain4j.model.googleai.GeminiEmbeddingRequestResponse",
            "dev.langchain4j.model.googleai.GeminiFunctionCallingConfig",
            "dev.langchain4j.model.googleai.GeminiFunctionDeclaration",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiTool$GeminiCodeExecution",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiTool$GeminiGoogleMaps",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiTool$GeminiGoogleSearchRetrieval",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiTool$GeminiUrlContext",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiTool",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest$GeminiToolConfig",
            "dev.langchain4j.model.googleai.GeminiGenerateContentRequest",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiCandidate$GeminiFinishReason",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiCandidate",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiUrlContextMetadata",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiUrlMetadata",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiUrlRetrievalStatus",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse$GeminiUsageMetadata",
            "dev.langchain4j.model.googleai.GeminiGenerateContentResponse",
            "dev.langchain4j.model.googleai.GeminiGenerationConfig$GeminiImageConfig",
            "dev.langchain4j.model.googleai.GeminiGenerationConfig",
            "dev.langchain4j.model.googleai.GeminiMediaResolution",
            "dev.langchain4j.model.googleai.GeminiMediaResolutionLevel",
            "dev.langchain4j.model.googleai.GeminiMode",
            "dev.langchain4j.model.googleai.GeminiModelInfo",
            "dev.langchain4j.model.googleai.GeminiModelsListResponse",
            "dev.langchain4j.model.googleai.GeminiResponseModality",
            "dev.langchain4j.model.googleai.GeminiSafetySetting",
            "dev.langchain4j.model.googleai.GeminiSchema",
            "dev.langchain4j.model.googleai.GeminiThinkingConfig$GeminiThinkingLevel",
            "dev.langchain4j.model.googleai.GeminiThinkingConfig",
            "dev.langchain4j.model.googleai.GeminiType",
            "dev.langchain4j.model.googleai.GoogleAiGeminiModelCatalog",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk$Maps$PlaceAnswerSources",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk$Maps$ReviewSnippet",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk$Maps",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk$RetrievedContext",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk$Web",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingChunk",
            "dev.langchain4j.model.googleai.GroundingMetadata$GroundingSupport",
            "dev.langchain4j.model.googleai.GroundingMetadata$RetrievalMetadata",
            "dev.langchain4j.model.googleai.GroundingMetadata$SearchEntryPoint",
            "dev.langchain4j.model.googleai.GroundingMetadata$Segment",
            "dev.langchain4j.model.googleai.GroundingMetadata"
        })
final class GeminiReflection {
    private GeminiReflection() {}
}
